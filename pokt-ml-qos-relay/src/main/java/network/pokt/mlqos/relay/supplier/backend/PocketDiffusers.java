package network.pokt.mlqos.relay.supplier.backend;

import java.util.Set;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The diffusers interface of Pocket's own model deployments, {@code /text2img}. */
public record PocketDiffusers() implements Backend {

    @Override
    public String label() {
        return "pocket-diffusers";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.IMAGES);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.SEED, Ability.SEVERAL);
    }

    @Override
    public String readinessPath() {
        return "/docs";
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        ImageAsk ask = ImageAsk.of(request);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("width", ask.width())
                .put("height", ask.height())
                .put("samples", ask.count())
                .put("output_type", "PNG");
        body.putArray("prompt").add(ask.prompt());
        if (!ask.negativePrompt().isEmpty()) {
            body.putArray("negative_prompt").add(ask.negativePrompt());
        }
        ask.settings(body, "seed", "num_inference_steps", "guidance_scale");
        return BackendCall.translated("/text2img", body, answer -> images(ask, answer));
    }

    private static ObjectNode images(ImageAsk ask, Payload body) {
        ObjectNode answer = Fields.object(body);
        if (!answer.path("status").asString("success").equals("success")) {
            throw new UnusableAnswerException("The model server says that it failed, with status 200.");
        }
        return ask.answer(answer.path("output"), 0);
    }
}
