package network.pokt.mlqos.relay.supplier.backend;

import java.util.List;
import java.util.Set;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * TensorFlow Serving's REST interface for a signature that takes texts as instances: from text to text, a completion, or from
 * text to numbers, an embedding. The signature has no settings, so requests with any are served with the model's own.
 *
 * @param model the model's name in the server's {@code --model_name}
 */
public record TensorFlowServing(String model) implements Backend {

    public TensorFlowServing {
        TorchServe.requireName(model);
    }

    @Override
    public String label() {
        return "tensorflow-serving";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.COMPLETIONS, Route.EMBEDDINGS);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public String readinessPath() {
        return "/v1/models/" + model;
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        boolean embeds = route == Route.EMBEDDINGS;
        List<String> texts = embeds ? Fields.texts(request, "input") : List.of(Fields.prompt(request));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        texts.forEach(body.putArray("instances")::add);
        int count = texts.size();
        return BackendCall.translated(
                "/v1/models/" + model + ":predict",
                body,
                embeds ? answer -> embeddings(answer, count) : TensorFlowServing::completion);
    }

    private static ObjectNode completion(Payload body) {
        JsonNode one = predictions(body, 1).path(0);
        return TextAnswers.completion(Fields.text(one.isArray() ? one.path(0) : one, "text prediction"), "stop");
    }

    private static ObjectNode embeddings(Payload body, int count) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        for (JsonNode vector : predictions(body, count)) {
            boolean numbers = vector.isArray() && !vector.isEmpty();
            for (JsonNode number : vector) {
                numbers &= number.isNumber();
            }
            if (!numbers) {
                throw new UnusableAnswerException("The model server predicts something else than a list of numbers.");
            }
            data.addObject()
                    .put("object", "embedding")
                    .put("index", data.size() - 1)
                    .set("embedding", vector);
        }
        return root;
    }

    private static JsonNode predictions(Payload body, int count) {
        JsonNode predictions = Fields.object(body).path("predictions");
        if (!predictions.isArray() || predictions.size() != count) {
            throw new UnusableAnswerException("The model server has not one prediction per instance.");
        }
        return predictions;
    }
}
