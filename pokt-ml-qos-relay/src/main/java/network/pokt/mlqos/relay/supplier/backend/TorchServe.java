package network.pokt.mlqos.relay.supplier.backend;

import java.util.Set;
import java.util.regex.Pattern;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * TorchServe with a handler for text generation that takes {@code {"prompt", "max_new_tokens", "temperature"}}, and answers with
 * the written text, bare or as JSON text, as a list of one, or in a field {@code text} or {@code generated_text}. Handlers tell
 * neither tokens nor why they ended, so nothing of that is told on.
 *
 * <p>A handler can also send its text in pieces, with {@code send_intermediate_predict_response}. Whether it does is for the
 * supplier to say, since nothing in the server's interface tells.
 *
 * @param model the name that the model was registered under
 * @param streams whether its handler sends its text in pieces
 */
public record TorchServe(String model, boolean streams) implements Backend {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

    public TorchServe {
        requireName(model);
    }

    /** A model whose handler sends its text as a whole. */
    public TorchServe(String model) {
        this(model, false);
    }

    static void requireName(String model) {
        if (!NAME.matcher(model).matches() || model.startsWith(".")) {
            throw new IllegalArgumentException(
                    "'" + model + "' is no model name, give letters, digits, '_', '-' and '.'.");
        }
    }

    @Override
    public String label() {
        return streams ? "torchserve-stream" : "torchserve";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.COMPLETIONS);
    }

    @Override
    public Set<Ability> abilities() {
        return streams ? Set.of(Ability.STREAM) : Set.of();
    }

    @Override
    public String readinessPath() {
        return "/ping";
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("prompt", Fields.prompt(request));
        if (Fields.present(request, "max_tokens")) {
            body.put("max_new_tokens", Fields.whole(request, "max_tokens", 1, 1, 1 << 20));
        }
        Fields.number(request, "temperature", body, "temperature", 0, 100);
        String path = "/predictions/" + model;
        return request.path("stream").asBoolean(false)
                ? BackendCall.streamed(path, body, new TextPieces())
                : BackendCall.translated(path, body, TorchServe::completion);
    }

    private static ObjectNode completion(Payload body) {
        String text = body.utf8();
        JsonNode answer;
        try {
            answer = Fields.json(body);
        } catch (UnusableAnswerException | JacksonException e) {
            // A handler that returns a bare text is the usual one.
            return TextAnswers.completion(text, "stop");
        }
        JsonNode one = answer.isArray() && answer.size() == 1 ? answer.path(0) : answer;
        if (one.isObject()) {
            one = one.hasNonNull("text") ? one.path("text") : one.path("generated_text");
        } else if (!one.isContainer() && !one.isString()) {
            return TextAnswers.completion(text, "stop");
        }
        return TextAnswers.completion(Fields.text(one, "text"), "stop");
    }
}
