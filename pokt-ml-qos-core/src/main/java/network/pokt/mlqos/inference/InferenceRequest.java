package network.pokt.mlqos.inference;

/** What can be asked of a language model: to complete a text or to answer a conversation. */
public sealed interface InferenceRequest permits CompletionRequest, ChatRequest {

    /** Returns the model name that the request carries. */
    String model();

    /** Returns the parameters that both kinds of request share. */
    SamplingParameters parameters();
}
