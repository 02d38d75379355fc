package network.pokt.mlqos.relay.supplier.conformance;

/** The names of what is checked. */
final class Items {

    static final String MODELS = "model is listed";
    static final String COMPLETION = "completion";
    static final String USAGE = "usage";
    static final String LOGPROBS = "logprobs";
    static final String PROMPT_LOGPROBS = "prompt logprobs";
    static final String CHAT = "chat";
    static final String STREAM = "stream";
    static final String STOP = "stop";
    static final String LIMIT = "max_tokens";
    static final String SEED = "seed";
    static final String TOKENIZER = "tokenizer";
    static final String TOKENIZATION = "tokenization";
    static final String CONFIG = "config";
    static final String CONTEXT = "context length";
    static final String ERRORS = "errors";
    static final String LATENCY = "latency";

    private Items() {}
}
