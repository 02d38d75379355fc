package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.RelayResponse;
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
    private final String fingerprint;

    private CompletionsApi(Builder builder) {
        this.generation = builder.generation();
        this.encoders = builder.encoders();
        this.tokenizedRequests = builder.tokenizedRequests && encoders != null;
        // One token is always written, so the prompt never has the whole context.
        this.maxLength = builder.maxLength - 1;
        this.stopAtEos = builder.stopAtEos;
        this.eosString = builder.eosString;
        this.fingerprint = builder.fingerprint(tokenizedRequests);
    }

    @Override
    public Exchange exchange(Ask ask, Node node) {
        if (ask instanceof Ask.Generate generate) {
            return generate(generate, node);
        }
        if (ask instanceof Ask.Loglikelihood loglikelihood) {
            return loglikelihood(loglikelihood, node);
        }
        throw new UnsupportedAskException(
                "Rolling log-likelihoods cannot be asked for yet; leave out tasks of the type loglikelihood_rolling.");
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return fingerprint;
    }

    private Exchange generate(Ask.Generate ask, Node node) {
        if (!(ask.context() instanceof Ask.Text context)) {
            throw new UnsupportedAskException(
                    "The completions interface carries texts, not conversations; use ModelApi.chat() for this task.");
        }
        PromptEncoder encoder = encoders == null ? null : encoders.apply(node);
        int maxTokens = generation.maxTokens(ask.generation());
        Prompt prompt;
        long promptTokens;
        if (encoder != null && tokenizedRequests) {
            int[] ids = fitted(encoder.encode(context.text()), maxLength - maxTokens);
            prompt = Prompt.tokens(ids);
            promptTokens = ids.length;
        } else {
            prompt = Prompt.text(context.text());
            promptTokens = PromptTokens.atMost(context.text(), encoder);
        }
        SamplingParameters parameters = generation.parameters(ask.generation(), eos(encoder), ANY_NUMBER_OF_STOPS);
        CompletionRequest request = CompletionRequest.of(generation.modelOf(node), prompt, parameters);
        return new TextExchange(codec.encode(request), new Ceiling(promptTokens, maxTokens), this::text);
    }

    private Exchange loglikelihood(Ask.Loglikelihood ask, Node node) {
        if (encoders == null) {
            throw new UnsupportedAskException(
                    "A log-likelihood needs the model's tokenizer, which tells where the continuation"
                            + " begins; give it with tokenizer(...).");
        }
        PromptEncoder encoder = encoders.apply(node);
        ContinuationPrompt pair = encoder.pair(ask.context(), ask.continuation(), maxLength);
        Prompt prompt = tokenizedRequests ? Prompt.tokens(pair.ids()) : Prompt.text(encoder.decode(pair.ids()));
        SamplingParameters parameters = SamplingParameters.builder()
                .temperature(0)
                .maxTokens(LIKELIHOOD_TOKENS)
                .seed(generation.seed())
                .build();
        CompletionRequest request = CompletionRequest.echoing(generation.modelOf(node), prompt, parameters, 1);
        long promptTokens = (long) pair.length() + (tokenizedRequests ? 0 : PromptTokens.ADDED_BY_SERVER);
        Ceiling ceiling = new Ceiling(promptTokens, LIKELIHOOD_TOKENS);
        return new LikelihoodExchange(codec.encode(request), ceiling, pair, codec);
    }

    private Decoded<Exchange.Answer> text(RelayResponse response) {
        Decoded<CompletionAnswer> decoded = codec.completion(response);
        if (decoded instanceof Decoded.Ok<CompletionAnswer> ok) {
            CompletionAnswer answer = ok.answer();
            Reply reply = new Reply.Generated(answer.first().text());
            return new Decoded.Ok<>(new Exchange.Answer(reply, answer.usage(), answer.delivery()));
        }
        return new Decoded.Fault<>(((Decoded.Fault<CompletionAnswer>) decoded).failure());
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
         * Returns the interface.
         *
         * @throws IllegalArgumentException if a length is too small
         */
        public CompletionsApi build() {
            if (maxLength < 2) {
                throw new IllegalArgumentException(
                        "The context length must be at least 2, for a token of the prompt and one of the answer, got "
                                + maxLength + ".");
            }
            return new CompletionsApi(this);
        }

        private GenerationRequest generation() {
            return new GenerationRequest(model, maxTokens, seed, streaming);
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
                            : "");
        }
    }
}
