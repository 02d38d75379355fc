package network.pokt.mlqos.inference;

import java.util.function.Function;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns typed requests into relays of the OpenAI interface, and what comes back into typed answers or faults.
 *
 * <p>The interface is that of <a href="https://platform.openai.com/docs/api-reference/completions">completions</a> and
 * <a href="https://platform.openai.com/docs/api-reference/chat">chat completions</a> as OpenAI documents it and vLLM, SGLang,
 * TGI, llama.cpp and Ollama serve it; fields that are not known here are passed over. Whether an answer is a stream is seen
 * from the answer, so one method reads both.
 *
 * <p>Nothing that a node sends raises an exception: an answer is read up to the first thing that makes it unusable, and that
 * is its {@link network.pokt.mlqos.transport.FaultCause cause}.
 *
 * <table>
 * <caption>What becomes of an answer</caption>
 * <tr><th>answer</th><th>result</th></tr>
 * <tr><td>a status that is no success</td><td>as {@link network.pokt.mlqos.transport.HttpStatus} says</td></tr>
 * <tr><td>a type such as {@code text/html}, an encoding, no UTF-8, no JSON, anything after the end</td><td>MALFORMED</td></tr>
 * <tr><td>JSON that ends early</td><td>TRUNCATED</td></tr>
 * <tr><td>a stream that ends before {@code [DONE]} and before each choice has a finish reason</td><td>STREAM_CUT</td></tr>
 * <tr><td>an {@code error} that is not null, in a body, a choice or an event</td><td>ERROR_IN_OK</td></tr>
 * <tr><td>a wrong type, a missing field, a log-probability above 0.001 or not finite, a token count below 0 or above 2^40,
 *     arrays of log-probabilities that differ in length, indices that are not 0 to n-1, each once</td><td>SCHEMA</td></tr>
 * <tr><td>more than {@link CodecLimits} allow</td><td>OVERSIZED</td></tr>
 * <tr><td>no body, {@code "choices": []}, a choice with neither content nor finish reason</td><td>EMPTY</td></tr>
 * <tr><td>an empty or null text with a finish reason</td><td>an answer with empty content</td></tr>
 * </table>
 *
 * <p>Values in fields that are passed over are not judged, NaN included. The detail of a failure may quote the node's error
 * message, but nothing else of what it sent. {@code Retry-After} is kept with every failure.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * OpenAiCodec codec = OpenAiCodec.create();
 * RelayRequest request = codec.encode(CompletionRequest.of("llama", Prompt.text("1+1="), SamplingParameters.defaults()));
 * if (transport.send(node, request) instanceof RelayResponse response
 *         && codec.completion(response) instanceof Decoded.Ok<CompletionAnswer> ok) {
 *     System.out.println(ok.answer().first().text());
 * }
 * }</pre>
 */
public final class OpenAiCodec {

    private static final String COMPLETIONS = "/v1/completions";
    private static final String CHAT_COMPLETIONS = "/v1/chat/completions";

    private final CodecLimits limits;
    private final JsonFactory answers;
    private final RequestWriter requests = new RequestWriter();

    private OpenAiCodec(CodecLimits limits) {
        this.limits = limits;
        this.answers = JsonSource.factory(limits);
    }

    /** Returns a codec with the default limits. */
    public static OpenAiCodec create() {
        return create(CodecLimits.defaults());
    }

    public static OpenAiCodec create(CodecLimits limits) {
        return new OpenAiCodec(limits);
    }

    /**
     * Returns the relay for a completion, with exactly the fields that are set.
     *
     * @throws IllegalArgumentException if an extra parameter takes the name of a field that has a place of its own, or has a
     *     value that JSON has no form for
     */
    public RelayRequest encode(CompletionRequest request) {
        return RelayRequest.postJson(COMPLETIONS, requests.completion(request));
    }

    /**
     * Returns the relay for a chat, with exactly the fields that are set.
     *
     * @throws IllegalArgumentException as for completions, or if the schema of a tool's parameters is no JSON object
     */
    public RelayRequest encode(ChatRequest request) {
        return RelayRequest.postJson(CHAT_COMPLETIONS, requests.chat(request));
    }

    /** Reads the answer to a completion, streamed or not. */
    public Decoded<CompletionAnswer> completion(RelayResponse response) {
        AnswerDraft<CompletionDraft> draft = new AnswerDraft<>(limits, CompletionDraft::new);
        return decode(
                response,
                draft,
                delivery -> new CompletionAnswer(
                        draft.model(), draft.choices(CompletionDraft::toChoice), draft.usage(), delivery));
    }

    /** Reads the answer to a chat, streamed or not. */
    public Decoded<ChatAnswer> chat(RelayResponse response) {
        AnswerDraft<ChatDraft> draft = new AnswerDraft<>(limits, ChatDraft::new);
        return decode(
                response,
                draft,
                delivery -> new ChatAnswer(draft.model(), draft.choices(ChatDraft::toChoice), draft.usage(), delivery));
    }

    private <C extends ChoiceDraft<C>, A> Decoded<A> decode(
            RelayResponse response, AnswerDraft<C> draft, Function<Delivery, A> finish) {
        AnswerReader reader = new AnswerReader(response, new JsonSource(answers));
        try {
            return new Decoded.Ok<>(finish.apply(reader.read(draft)));
        } catch (BadAnswer bad) {
            return new Decoded.Fault<>(reader.failure(bad));
        }
    }
}
