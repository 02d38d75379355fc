package network.pokt.mlqos.inference;

import java.util.OptionalInt;

/**
 * A request to {@code /v1/completions}.
 *
 * @param model the model name that the node serves under
 * @param prompt what to continue
 * @param parameters how to continue it
 * @param logprobs how many of the most probable tokens to report at each position, if any
 * @param echo whether the answer repeats the prompt, which is how log-probabilities of a prompt are had
 */
public record CompletionRequest(
        String model, Prompt prompt, SamplingParameters parameters, OptionalInt logprobs, boolean echo)
        implements InferenceRequest {

    public CompletionRequest {
        if (logprobs.isPresent() && logprobs.getAsInt() < 0) {
            throw new IllegalArgumentException("logprobs must be at least 0, got " + logprobs.getAsInt() + ".");
        }
    }

    /** Returns a request for text alone. */
    public static CompletionRequest of(String model, Prompt prompt, SamplingParameters parameters) {
        return new CompletionRequest(model, prompt, parameters, OptionalInt.empty(), false);
    }

    /** Returns a request that echoes the prompt with the log-probability of each of its tokens. */
    public static CompletionRequest echoing(String model, Prompt prompt, SamplingParameters parameters, int logprobs) {
        return new CompletionRequest(model, prompt, parameters, OptionalInt.of(logprobs), true);
    }
}
