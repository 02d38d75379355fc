package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionAnswer.Choice;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.UsageAudits;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.token.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to models over {@code /v1/completions}, as {@code local-completions} of lm-evaluation-harness 0.4.13 does.
 *
 * <pre>{@code
 * ModelApi api = ModelApi.completions().tokenizer(tokenizer).maxLength(4096).build();
 * }</pre>
 *
 * <p>With the tokenizer of the models, prompts are sent as ids, cut at their beginning to fit the context, and
 * log-likelihoods can be asked for. Without one, texts are sent as they are. The end-of-sequence token is one of the
 * strings to stop at.
 *
 * <p>Immutable and thread-safe.
 */
public final class CompletionsApi implements ModelApi {

    /** The interface sets no limit of its own to the number of stop strings. */
    private static final int ANY_NUMBER_OF_STOPS = Integer.MAX_VALUE;

    private static final int LIKELIHOOD_TOKENS = 1;

    private final OpenAiCodec codec = OpenAiCodec.create();
    private final GenerationRequest generation;
    private final @Nullable Function<Node, PromptEncoder> encoders;
    private final boolean tokenizedRequests;
    private final int maxLength;
    private final boolean stopAtEos;
    private final @Nullable String eosString;
    private final Spreading spreading;
    private final @Nullable UsageAudits audits;
    private final String fingerprint;

    private CompletionsApi(Builder builder) {
        this.generation = builder.generation();
        this.encoders = builder.encoders();
        this.tokenizedRequests = builder.tokenizedRequests && encoders != null;
        // One token is always written, so the prompt never has the whole context.
        this.maxLength = builder.maxLength - 1;
        this.stopAtEos = builder.stopAtEos;
        this.eosString = builder.eosString;
        this.spreading = new Spreading(builder.batchSize);
        this.audits = builder.audits;
        this.fingerprint = builder.fingerprint(tokenizedRequests);
    }

    @Override
    public Relays relays(List<Ask> asks, Node node) {
        return spreading.of(
                asks, ask -> ask instanceof Ask.RollingLoglikelihood rolling ? windows(rolling, node) : List.of(ask));
    }

    @Override
    public Exchange exchange(Ask ask, Node node) {
        boolean batch = ask instanceof Ask.Batch;
        List<Ask> asks = ask instanceof Ask.Batch several ? several.asks() : List.of(ask);
        List<CompletionPart> parts = asks.stream().map(one -> part(one, node)).toList();
        List<Prompt> prompts = parts.stream().map(CompletionPart::prompt).toList();
        Prompt prompt = prompts.size() == 1 ? prompts.get(0) : Prompt.several(prompts);
        CompletionRequest request = request(asks.get(0), prompt, node);
        long promptTokens =
                parts.stream().mapToLong(CompletionPart::promptTokens).sum();
        long maxTokens = request.parameters().maxTokens().orElse(0);
        Ceiling ceiling = new Ceiling(promptTokens, maxTokens * parts.size());
        UsageAudits watching = audits;
        Consumer<CompletionAnswer> seen =
                watching == null ? answer -> {} : answer -> watching.answered(node, request, answer);
        return new CompletionExchange(codec.encode(request), ceiling, parts, batch, codec, seen);
    }

    /** {@inheritDoc} Without a tokenizer there are no log-likelihoods to ask for. */
    @Override
    public Optional<LikelihoodProbe> likelihoodProbe(Node node) {
        if (encoders == null) {
            return Optional.empty();
        }
        PromptEncoder encoder = encoders.apply(node);
        int[] all = encoder.encode(LikelihoodProbe.TEXT);
        int[] ids = all.length > maxLength ? Arrays.copyOf(all, maxLength) : all;
        Prompt prompt = tokenizedRequests ? Prompt.tokens(ids) : Prompt.text(encoder.decode(ids));
        return Optional.of(new LikelihoodProbe(echoing(prompt, node), codec, encoder, ids));
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return fingerprint;
    }

    private CompletionRequest request(Ask ask, Prompt prompt, Node node) {
        if (ask instanceof Ask.Generate generate) {
            PromptEncoder encoder = encoders == null ? null : encoders.apply(node);
            return CompletionRequest.of(
                    generation.modelOf(node),
                    prompt,
                    generation.parameters(generate.generation(), eos(encoder), ANY_NUMBER_OF_STOPS));
        }
        return echoing(prompt, node);
    }

    private CompletionRequest echoing(Prompt prompt, Node node) {
        SamplingParameters parameters = SamplingParameters.builder()
                .temperature(0)
                .maxTokens(LIKELIHOOD_TOKENS)
                .seed(generation.seed())
                .build();
        return CompletionRequest.echoing(generation.modelOf(node), prompt, parameters, 1);
    }

    private CompletionPart part(Ask ask, Node node) {
        if (ask instanceof Ask.Generate generate) {
            return generate(generate, node);
        } else if (ask instanceof Ask.Loglikelihood asked) {
            PromptEncoder encoder = encoder(node);
            return echo(encoder.pair(asked.context(), asked.continuation(), maxLength), encoder);
        } else if (ask instanceof Ask.TokenLoglikelihood asked) {
            return echo(ContinuationPrompt.of(asked), encoder(node));
        }
        throw new UnsupportedAskException(
                "One request cannot carry " + ask.getClass().getSimpleName() + "; spread it over relays(...) first.");
    }

    private CompletionPart generate(Ask.Generate ask, Node node) {
        if (!(ask.context() instanceof Ask.Text context)) {
            throw new UnsupportedAskException(
                    "The completions interface carries texts, not conversations; use ModelApi.chat() for this task.");
        }
        PromptEncoder encoder = encoders == null ? null : encoders.apply(node);
        if (encoder == null || !tokenizedRequests) {
            long atMost = PromptTokens.atMost(context.text(), encoder);
            return new CompletionPart(Prompt.text(context.text()), atMost, CompletionsApi::text);
        }
        int room = maxLength - generation.maxTokens(ask.generation());
        int[] ids = fitted(encoder.encode(context.text()), room);
        return new CompletionPart(Prompt.tokens(ids), ids.length, CompletionsApi::text);
    }

    private CompletionPart echo(ContinuationPrompt pair, PromptEncoder encoder) {
        Prompt prompt = tokenizedRequests ? Prompt.tokens(pair.ids()) : Prompt.text(encoder.decode(pair.ids()));
        long promptTokens = (long) pair.length() + (tokenizedRequests ? 0 : PromptTokens.ADDED_BY_SERVER);
        return new CompletionPart(prompt, promptTokens, new EchoReader(pair));
    }

    private List<Ask> windows(Ask.RollingLoglikelihood ask, Node node) {
        PromptEncoder encoder = encoder(node);
        return RollingWindows.of(encoder.encode(ask.text()), encoder.prefix(), maxLength);
    }

    private PromptEncoder encoder(Node node) {
        if (encoders == null) {
            throw new UnsupportedAskException(
                    "A log-likelihood needs the model's tokenizer, which tells where the continuation"
                            + " begins; give it with tokenizer(...).");
        }
        return encoders.apply(node);
    }

    private static Reply text(Choice choice) {
        return new Reply.Generated(choice.text());
    }

    private Optional<String> eos(@Nullable PromptEncoder encoder) {
        if (!stopAtEos) {
            return Optional.empty();
        }
        return eosString != null || encoder == null ? Optional.ofNullable(eosString) : encoder.eos();
    }

    /**
     * Returns the last {@code room} ids. Without any room the reference, by a slip of Python's slices, drops as many
     * ids as are missing from the beginning and sends the rest; results stay comparable only if that is done here too.
     */
    private static int[] fitted(int[] ids, int room) {
        int from = room > 0 ? Math.max(0, ids.length - room) : Math.min(ids.length, -room);
        return from == 0 ? ids : Arrays.copyOfRange(ids, from, ids.length);
    }

    /** Collects the settings of an interface. Not thread-safe. */
    public static final class Builder {

        private @Nullable Function<Node, Tokenizer> tokenizers;
        private @Nullable Tokenizer only;
        private String tokenizerFingerprint = "none";
        private boolean tokenizedRequests = true;
        private boolean addBosToken;
        private @Nullable Integer prefixTokenId;
        private int maxLength = 2048;
        private int maxTokens = 256;
        private long seed = 1234;
        private boolean stopAtEos = true;
        private @Nullable String eosString;
        private @Nullable String model;
        private boolean streaming;
        private int batchSize = 1;
        private @Nullable UsageAudits audits;

        Builder() {}

        /** Sets the tokenizer of all models; none by default. It must stay open as long as the interface is used. */
        public Builder tokenizer(Tokenizer tokenizer) {
            this.only = tokenizer;
            this.tokenizers = node -> tokenizer;
            this.tokenizerFingerprint = tokenizer.fingerprint();
            return this;
        }

        /**
         * Sets the tokenizer of each node's model.
         *
         * @param perNode returns a node's tokenizer, the same whenever it is asked
         * @param fingerprint a text that changes whenever one of the tokenizers does
         */
        public Builder tokenizers(Function<Node, Tokenizer> perNode, String fingerprint) {
            this.only = null;
            this.tokenizers = perNode;
            this.tokenizerFingerprint = fingerprint;
            return this;
        }

        /**
         * Sets whether prompts are sent as ids where there is a tokenizer, which is the default, or as texts that the
         * node splits itself. Texts to generate from are then sent whole, whatever their length.
         */
        public Builder tokenizedRequests(boolean tokenizedRequests) {
            this.tokenizedRequests = tokenizedRequests;
            return this;
        }

        /** Sets whether prompts get the special tokens that the tokenizer adds by itself; they do not by default. */
        public Builder addBosToken(boolean addBosToken) {
            this.addBosToken = addBosToken;
            return this;
        }

        /**
         * Sets the token before a text without context; by default the one that begins a sequence, or else the one that
         * ends it.
         */
        public Builder prefixTokenId(int id) {
            this.prefixTokenId = id;
            return this;
        }

        /** Sets the context length of the models, prompt and answer together, at least 2; 2048 by default. */
        public Builder maxLength(int tokens) {
            this.maxLength = tokens;
            return this;
        }

        /**
         * Sets the most tokens to write where the task does not say ({@code max_gen_toks}), at least 1; 256 by default.
         */
        public Builder maxTokens(int tokens) {
            this.maxTokens = tokens;
            return this;
        }

        /** Sets the seed that nodes sample with; 1234 by default. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Sets the string that ends a sequence; by default the tokenizer's. */
        public Builder eosString(String eos) {
            this.eosString = eos;
            return this;
        }

        /**
         * Sets whether the string that ends a sequence is one to stop at, which is the default. lm-evaluation-harness
         * leaves it out when it sends several requests at once ({@code num_concurrent} above 1).
         */
        public Builder stopAtEos(boolean stopAtEos) {
            this.stopAtEos = stopAtEos;
            return this;
        }

        /** Sets the model that requests name, instead of the one that each node claims to serve. */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /**
         * Sets whether texts are asked for as streams, which tells the time to the first token; they are not by
         * default.
         */
        public Builder streaming(boolean streaming) {
            this.streaming = streaming;
            return this;
        }

        /**
         * Sets the most prompts of one sample that a relay carries, 1 by default: with as many as a question has
         * choices, it costs one relay. A relay that fails then fails for all its prompts. Unlike in
         * lm-evaluation-harness, a batch never has prompts of different documents.
         */
        public Builder batchSize(int prompts) {
            this.batchSize = prompts;
            return this;
        }

        /** Lets every answer's bill be counted again, on the thread that reads it; none is by default. */
        public Builder audits(UsageAudits audits) {
            this.audits = audits;
            return this;
        }

        /**
         * Returns the interface.
         *
         * @throws IllegalArgumentException if a length or the batch size is too small
         */
        public CompletionsApi build() {
            if (maxLength < 2) {
                throw new IllegalArgumentException(
                        "The context length must be at least 2, for a token of the prompt and one of the answer, got "
                                + maxLength + ".");
            }
            if (batchSize < 1) {
                throw new IllegalArgumentException("The batch size must be at least 1, got " + batchSize + ".");
            }
            return new CompletionsApi(this);
        }

        private GenerationRequest generation() {
            return new GenerationRequest(model, maxTokens, seed, streaming && batchSize == 1);
        }

        private @Nullable Function<Node, PromptEncoder> encoders() {
            Function<Node, Tokenizer> chosen = tokenizers;
            if (chosen == null) {
                return null;
            }
            boolean bos = addBosToken;
            Integer prefix = prefixTokenId;
            if (only != null) {
                PromptEncoder encoder = new PromptEncoder(only, bos, prefix);
                return node -> encoder;
            }
            return node -> new PromptEncoder(chosen.apply(node), bos, prefix);
        }

        private String fingerprint(boolean sendsIds) {
            return "completions, " + generation() + ", context " + maxLength + ", tokenizer " + tokenizerFingerprint
                    + (sendsIds ? ", ids" : ", texts")
                    + (addBosToken ? ", with special tokens" : "")
                    + (prefixTokenId == null ? "" : ", prefix " + prefixTokenId)
                    + (stopAtEos
                            ? ", stops at " + (eosString == null ? "the tokenizer's end" : "'" + eosString + "'")
                            : "")
                    + (batchSize == 1 ? "" : ", batches of " + batchSize);
        }
    }
}
