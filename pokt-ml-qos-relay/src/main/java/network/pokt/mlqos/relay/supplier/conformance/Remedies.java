package network.pokt.mlqos.relay.supplier.conformance;

import java.util.Map;

/** What to change in a model server's flags for an item that it does not meet. Flags are those documented in 2025. */
final class Remedies {

    private static final String ADAPTER = "put the endpoint adapter before the server and give it the model's files";

    /** For any server. */
    private static final Map<String, String> GENERAL = Map.ofEntries(
            Map.entry(Items.MODELS, "serve the model under the name that the service expects"),
            Map.entry(
                    Items.COMPLETION, "serve OpenAI's /v1/completions, or put the endpoint adapter before the server"),
            Map.entry(Items.USAGE, "report usage with every answer, also at the end of a stream"),
            Map.entry(Items.LOGPROBS, "use a server that reports log-probabilities"),
            Map.entry(Items.PROMPT_LOGPROBS, "use vLLM, or TGI's /generate behind the endpoint adapter"),
            Map.entry(Items.CHAT, "serve OpenAI's /v1/chat/completions with the model's chat template"),
            Map.entry(Items.STREAM, "serve streams as server-sent events that end with [DONE]"),
            Map.entry(Items.STOP, "honour 'stop'"),
            Map.entry(Items.LIMIT, "honour 'max_tokens'"),
            Map.entry(Items.SEED, "honour 'seed', and serve temperature 0 greedily"),
            Map.entry(Items.TOKENIZER, ADAPTER),
            Map.entry(Items.TOKENIZATION, "give the adapter the files of the very model that is served"),
            Map.entry(Items.CONFIG, ADAPTER),
            Map.entry(Items.CONTEXT, "tell max_model_len in /v1/models, or give the adapter the context length"),
            Map.entry(Items.ERRORS, "answer wrong requests with 4xx and a JSON object 'error' with a 'message'"),
            Map.entry(Items.LATENCY, "serve fewer requests at once, or a smaller or quantized model"));

    /** For a server of that kind, by kind and item. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("vllm " + Items.MODELS, "start vLLM with --served-model-name NAME"),
            Map.entry("vllm " + Items.LOGPROBS, "start vLLM with --max-logprobs 20"),
            Map.entry("vllm " + Items.PROMPT_LOGPROBS, "start vLLM with --max-logprobs 20"),
            Map.entry("vllm " + Items.USAGE, "start vLLM with --enable-force-include-usage"),
            Map.entry("vllm " + Items.CHAT, "start vLLM with --chat-template FILE"),
            Map.entry("vllm " + Items.CONTEXT, "start vLLM with --max-model-len N"),
            Map.entry("vllm " + Items.LATENCY, "start vLLM with a smaller --max-num-seqs"),
            Map.entry("llama.cpp " + Items.MODELS, "start llama-server with --alias NAME"),
            Map.entry("llama.cpp " + Items.CHAT, "start llama-server with --jinja"),
            Map.entry("llama.cpp " + Items.CONTEXT, "start llama-server with --ctx-size N"),
            Map.entry("llama.cpp " + Items.PROMPT_LOGPROBS, "llama-server has none, use vLLM for such tasks"),
            Map.entry("ollama " + Items.MODELS, "name the model with 'ollama cp MODEL NAME'"),
            Map.entry(
                    "ollama " + Items.LOGPROBS,
                    "Ollama's OpenAI interface has none, use llama-server with the same file"),
            Map.entry("ollama " + Items.PROMPT_LOGPROBS, "Ollama has none, use vLLM for such tasks"),
            Map.entry("ollama " + Items.CONTEXT, "set OLLAMA_CONTEXT_LENGTH for the server"),
            Map.entry("tgi " + Items.CONTEXT, "start TGI with --max-input-tokens N --max-total-tokens M"),
            Map.entry("tgi " + Items.PROMPT_LOGPROBS, "put the adapter's tgi-generate before the server"),
            Map.entry("tgi " + Items.LATENCY, "start TGI with a smaller --max-concurrent-requests"));

    private Remedies() {}

    static String of(String backend, String item) {
        return SPECIAL.getOrDefault(backend + " " + item, GENERAL.getOrDefault(item, ""));
    }
}
