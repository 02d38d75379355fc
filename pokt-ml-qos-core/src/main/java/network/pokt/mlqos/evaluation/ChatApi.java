package network.pokt.mlqos.evaluation;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.UsageAudits;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to models over {@code /v1/chat/completions}, as {@code local-chat-completions} of lm-evaluation-harness 0.4.13
 * does.
 *
 * <pre>{@code
 * ModelApi api = ModelApi.chat().maxTokens(1024).build();
 * }</pre>
 *
 * <p>A conversation is sent as it is, a text as the one message of a user. The node applies its own chat template; what
 * is too long is the node's to refuse. Log-likelihoods cannot be had this way.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChatApi implements ModelApi {

    /** OpenAI takes no more than this, and lm-evaluation-harness sends no more. */
    private static final int MAX_STOPS = 4;

    /**
     * What a chat template can add, for each message and for the whole: roles and marks around a message take up to
     * about ten tokens in the templates of Llama 3, Qwen 2.5, Phi-3 and gpt-oss, and a default system message up to
     * about a hundred.
     */
    private static final long TEMPLATE_TOKENS_PER_MESSAGE = 16;

    private static final long TEMPLATE_TOKENS = 128;

    private final OpenAiCodec codec = OpenAiCodec.create();
    private final GenerationRequest generation;
    private final @Nullable PromptEncoder counter;
    private final Optional<String> eosString;
    private final @Nullable String thinkEndToken;
    private final @Nullable UsageAudits audits;

    private ChatApi(Builder builder) {
        this.generation = new GenerationRequest(builder.model, builder.maxTokens, builder.seed, builder.streaming);
        this.counter = builder.tokenizer == null ? null : new PromptEncoder(builder.tokenizer, false, null);
        this.eosString = Optional.ofNullable(builder.eosString);
        this.thinkEndToken = builder.thinkEndToken;
        this.audits = builder.audits;
    }

    @Override
    public Exchange exchange(Ask ask, Node node) {
        if (!(ask instanceof Ask.Generate generate)) {
            throw new UnsupportedAskException(
                    "No chat interface gives the log-likelihood of a text; use ModelApi.completions() for this task.");
        }
        List<ChatMessage> messages = messages(generate.context());
        SamplingParameters parameters = generation.parameters(generate.generation(), eosString, MAX_STOPS);
        ChatRequest request = ChatRequest.of(generation.modelOf(node), messages, parameters);
        Ceiling ceiling = new Ceiling(promptTokens(messages), generation.maxTokens(generate.generation()));
        return new TextExchange(codec.encode(request), ceiling, response -> text(response, node, request));
    }

    @Override
    public String fingerprint() {
        return "chat, " + generation
                + eosString.map(eos -> ", stops at '" + eos + "'").orElse("")
                + (thinkEndToken == null ? "" : ", answers after '" + thinkEndToken + "'");
    }

    @Override
    public String toString() {
        return fingerprint();
    }

    private static List<ChatMessage> messages(Ask.Context context) {
        if (context instanceof Ask.Chat chat) {
            return chat.messages();
        }
        return List.of(ChatMessage.user(((Ask.Text) context).text()));
    }

    private long promptTokens(List<ChatMessage> messages) {
        long tokens = TEMPLATE_TOKENS;
        for (ChatMessage message : messages) {
            tokens += TEMPLATE_TOKENS_PER_MESSAGE + PromptTokens.atMost(message.content(), counter);
        }
        return tokens;
    }

    private Decoded<Exchange.Answer> text(RelayResponse response, Node node, ChatRequest request) {
        Decoded<ChatAnswer> decoded = codec.chat(response);
        if (decoded instanceof Decoded.Ok<ChatAnswer> ok) {
            ChatAnswer answer = ok.answer();
            if (audits != null) {
                audits.answered(node, request, answer);
            }
            Reply reply = new Reply.Generated(
                    withoutThoughts(answer.first().content()), answer.first().toolCalls());
            return new Decoded.Ok<>(new Exchange.Answer(reply, answer.usage(), answer.delivery()));
        }
        return new Decoded.Fault<>(((Decoded.Fault<ChatAnswer>) decoded).failure());
    }

    private String withoutThoughts(String content) {
        if (thinkEndToken == null) {
            return content;
        }
        int end = content.lastIndexOf(thinkEndToken);
        return PythonText.stripLeading(end < 0 ? content : content.substring(end + thinkEndToken.length()));
    }

    /** Collects the settings of an interface. Not thread-safe. */
    public static final class Builder {

        private @Nullable Tokenizer tokenizer;
        private int maxTokens = 256;
        private long seed = 1234;
        private @Nullable String eosString;
        private @Nullable String thinkEndToken;
        private @Nullable String model;
        private boolean streaming;
        private @Nullable UsageAudits audits;

        Builder() {}

        /**
         * Sets a tokenizer to count prompts with, for budgets: without one a prompt is taken to have as many tokens as
         * bytes, some four times too many. It must stay open as long as the interface is used.
         */
        public Builder tokenizer(Tokenizer tokenizer) {
            this.tokenizer = tokenizer;
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

        /**
         * Sets a string that ends an answer, to be sent with those of the task; none by default. At most four are sent.
         */
        public Builder eosString(String eos) {
            this.eosString = eos;
            return this;
        }

        /**
         * Sets the string after which the answer begins in the text of a model that thinks aloud, such as
         * {@code </think>}.
         */
        public Builder thinkEndToken(String token) {
            if (token.isEmpty()) {
                throw new IllegalArgumentException(
                        "The string that ends thinking must not be empty, leave it out for none.");
            }
            this.thinkEndToken = token;
            return this;
        }

        /** Sets the model that requests name, instead of the one that each node claims to serve. */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /**
         * Sets whether answers are asked for as streams, which tells the time to the first token; they are not by
         * default.
         */
        public Builder streaming(boolean streaming) {
            this.streaming = streaming;
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
         * @throws IllegalArgumentException if the most tokens to write are less than 1
         */
        public ChatApi build() {
            return new ChatApi(this);
        }
    }
}
