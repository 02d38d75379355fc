package network.pokt.mlqos.relay.supplier.backend;

import java.util.List;
import java.util.Set;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text Generation Inference by its own {@code /generate} and {@code /generate_stream}, for versions before it spoke OpenAI's
 * interface. Completions only: a chat needs a template, which these paths do not apply. The prompt's tokens are always asked for,
 * so that usage can be told; a stream has their number from newer servers alone, and cannot have themselves ({@code echo}).
 */
public record TgiGenerate() implements Backend {

    private static final int MOST_TOKENS = 1 << 20;

    /** OpenAI's default for completions. */
    private static final int USUAL_TOKENS = 16;

    @Override
    public String label() {
        return "tgi-generate";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.COMPLETIONS);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.STREAM, Ability.USAGE, Ability.LOGPROBS, Ability.ECHO, Ability.SEED, Ability.STOP);
    }

    @Override
    public String readinessPath() {
        return "/health";
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        boolean stream = request.path("stream").asBoolean(false);
        boolean echo = request.path("echo").asBoolean(false);
        if (stream && echo) {
            throw new UnservableRequestException("echo", "This backend does not repeat the prompt in a stream.");
        }
        String prompt = Fields.prompt(request);
        long most = Fields.whole(request, "max_tokens", USUAL_TOKENS, stream ? 1 : 0, MOST_TOKENS);
        List<String> stops = Fields.present(request, "stop") ? Fields.texts(request, "stop") : List.of();
        boolean logprobs = Fields.present(request, "logprobs");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("inputs", prompt);
        ObjectNode parameters = body.putObject("parameters")
                // The server writes one token at least; what is not wanted is cut from the answer.
                .put("max_new_tokens", Math.max(1, most))
                .put("details", true);
        if (!stream) {
            parameters.put("decoder_input_details", true);
        }
        sampling(request, parameters);
        if (!stops.isEmpty()) {
            stops.forEach(parameters.putArray("stop")::add);
        }
        long top = Fields.whole(request, "logprobs", 0, 0, 20);
        if (top > 0) {
            parameters.put("top_n_tokens", top);
        }
        if (stream) {
            boolean usage = request.path("stream_options").path("include_usage").asBoolean(false);
            return BackendCall.streamed("/generate_stream", body, new TgiStream(logprobs, usage, stops));
        }
        Wanted wanted = new Wanted(prompt, echo, logprobs, most == 0, stops);
        return BackendCall.translated("/generate", body, answer -> completion(answer, wanted));
    }

    private static void sampling(ObjectNode request, ObjectNode parameters) {
        boolean samples = request.path("temperature").asDouble(1) > 0;
        parameters.put("do_sample", samples);
        if (samples) {
            Fields.number(request, "temperature", parameters, "temperature", 0, 100);
            topP(request, parameters);
        }
        if (Fields.present(request, "seed")) {
            parameters.put("seed", Fields.whole(request, "seed", 0, 0, Long.MAX_VALUE));
        }
    }

    /** The server takes values below 1 only, and 1 is its default. */
    private static void topP(ObjectNode request, ObjectNode parameters) {
        if (request.path("top_p").asDouble(1) != 1) {
            Fields.number(request, "top_p", parameters, "top_p", Double.MIN_VALUE, 1);
        }
    }

    /** What a request wants of its whole answer. */
    private record Wanted(String prompt, boolean echo, boolean logprobs, boolean nothing, List<String> stops) {}

    private static ObjectNode completion(Payload body, Wanted wanted) {
        ObjectNode answer = Fields.object(body);
        JsonNode details = answer.path("details");
        JsonNode prefill = details.path("prefill");
        String written = wanted.nothing()
                ? ""
                : CutText.of(Fields.text(answer.path("generated_text"), "generated_text"), wanted.stops());
        ObjectNode completion =
                TextAnswers.completion(wanted.echo() ? wanted.prompt() + written : written, reason(details));
        if (wanted.logprobs()) {
            JsonNode nothing = JsonNodeFactory.instance.missingNode();
            TgiLogprobs values = new TgiLogprobs();
            ObjectNode logprobs = values.of(wanted.echo() ? prefill : nothing, nothing);
            if (!wanted.nothing()) {
                values.add(logprobs, details.path("tokens"), details.path("top_tokens"));
            }
            TextAnswers.first(completion).set("logprobs", logprobs);
        }
        long generated = wanted.nothing() ? 0 : details.path("generated_tokens").asLong(-1);
        if (prefill.isArray() && !prefill.isEmpty() && generated >= 0) {
            completion.set("usage", TextAnswers.usage(prefill.size(), generated));
        }
        return completion;
    }

    /** Returns OpenAI's word for why the server ended. */
    static String reason(JsonNode details) {
        return details.path("finish_reason").asString("").equals("length") ? "length" : "stop";
    }
}
