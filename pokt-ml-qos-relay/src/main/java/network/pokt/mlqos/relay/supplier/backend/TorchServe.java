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
 * @param model the name that the model was registered under
 */
public record TorchServe(String model) implements Backend {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

    public TorchServe {
        requireName(model);
    }

    static void requireName(String model) {
        if (!NAME.matcher(model).matches() || model.startsWith(".")) {
            throw new IllegalArgumentException(
                    "'" + model + "' is no model name, give letters, digits, '_', '-' and '.'.");
        }
    }

    @Override
    public String label() {
        return "torchserve";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.COMPLETIONS);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
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
        return BackendCall.translated("/predictions/" + model, body, TorchServe::completion);
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
