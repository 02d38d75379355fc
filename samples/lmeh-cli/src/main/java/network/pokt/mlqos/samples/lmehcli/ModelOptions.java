package network.pokt.mlqos.samples.lmehcli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.evaluation.ChatApi;
import network.pokt.mlqos.evaluation.CompletionsApi;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.token.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The model that is measured: {@code --model} and {@code --model_args}.
 *
 * @param kind {@code local-completions} or {@code local-chat-completions}
 * @param arguments what is said of it
 * @param batchSize prompts of one document in a request
 */
record ModelOptions(String kind, Arguments arguments, int batchSize) {

    static final String COMPLETIONS = "local-completions";
    static final String CHAT = "local-chat-completions";

    private static final int DEFAULT_MAX_LENGTH = 2048;
    private static final int DEFAULT_MAX_TOKENS = 256;
    private static final int DEFAULT_SEED = 1234;
    private static final int DEFAULT_TIMEOUT_SECONDS = 300;

    private static final Set<String> NAMES = Set.of(
            "base_url",
            "model",
            "tokenizer",
            "tokenizer_backend",
            "num_concurrent",
            "max_length",
            "max_gen_toks",
            "max_retries",
            "tokenized_requests",
            "add_bos_token",
            "custom_prefix_token_id",
            "seed",
            "eos_string",
            "think_end_token",
            "timeout");

    static ModelOptions parse(String kind, String arguments, int batchSize) {
        if (!kind.equals(COMPLETIONS) && !kind.equals(CHAT)) {
            throw new IllegalArgumentException(
                    "The option --model is '" + kind + "'; give " + COMPLETIONS + " or " + CHAT + ".");
        }
        return new ModelOptions(kind, Arguments.ofPairs("--model_args", NAMES, arguments), batchSize);
    }

    boolean isChat() {
        return kind.equals(CHAT);
    }

    String name() {
        return arguments.text("model", "pocket_network");
    }

    /** Returns the endpoint, whose address is that of the server: the path of the interface belongs to the interface. */
    Node node() {
        String url = arguments.required("base_url").replaceFirst("/v1/(chat/)?completions/?$", "");
        return Node.at(URI.create(url), name());
    }

    Optional<Path> tokenizer() {
        return arguments.text("tokenizer").map(Path::of);
    }

    int concurrency() {
        return arguments.whole("num_concurrent", 1, 1);
    }

    int maxLength() {
        return arguments.whole("max_length", 2, DEFAULT_MAX_LENGTH);
    }

    int retries() {
        return arguments.whole("max_retries", 1, 3);
    }

    Duration timeout() {
        return Duration.ofSeconds(arguments.whole("timeout", 1, DEFAULT_TIMEOUT_SECONDS));
    }

    /** Returns the arguments as they go into the results file. */
    Map<String, @Nullable Object> asMap() {
        return new LinkedHashMap<>(arguments.last());
    }

    /** Returns how the model is spoken to. */
    ModelApi api(Optional<Tokenizer> tokenizer) {
        return isChat() ? chat(tokenizer) : completions(tokenizer);
    }

    private ModelApi chat(Optional<Tokenizer> tokenizer) {
        ChatApi.Builder chat = ModelApi.chat()
                .maxTokens(arguments.whole("max_gen_toks", 1, DEFAULT_MAX_TOKENS))
                .seed(arguments.whole("seed", Integer.MIN_VALUE, DEFAULT_SEED));
        tokenizer.ifPresent(chat::tokenizer);
        arguments.text("eos_string").ifPresent(chat::eosString);
        arguments.text("think_end_token").ifPresent(chat::thinkEndToken);
        return chat.build();
    }

    private ModelApi completions(Optional<Tokenizer> tokenizer) {
        CompletionsApi.Builder completions = ModelApi.completions()
                .maxLength(maxLength())
                .maxTokens(arguments.whole("max_gen_toks", 1, DEFAULT_MAX_TOKENS))
                .seed(arguments.whole("seed", Integer.MIN_VALUE, DEFAULT_SEED))
                .tokenizedRequests(arguments.flag("tokenized_requests", true))
                .addBosToken(arguments.flag("add_bos_token", false))
                // The reference forgets the end of a sequence as soon as it sends several requests at once.
                .stopAtEos(concurrency() == 1)
                .batchSize(batchSize);
        tokenizer.ifPresent(completions::tokenizer);
        arguments.text("eos_string").ifPresent(completions::eosString);
        if (arguments.text("custom_prefix_token_id").isPresent()) {
            completions.prefixTokenId(arguments.whole("custom_prefix_token_id", 0, 0));
        }
        return completions.build();
    }
}
