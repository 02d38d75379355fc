package network.pokt.mlqos.relay.supplier.backend;

import java.util.Set;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The web interface of AUTOMATIC1111, Forge and SD.Next with {@code --api}. Nothing is kept on the server's disk. */
public record Automatic1111() implements Backend {

    @Override
    public String label() {
        return "automatic1111";
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
        return "/sdapi/v1/sd-models";
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        ImageAsk ask = ImageAsk.of(request);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", ask.prompt())
                .put("negative_prompt", ask.negativePrompt())
                .put("width", ask.width())
                .put("height", ask.height())
                .put("batch_size", ask.count())
                .put("n_iter", 1)
                .put("send_images", true)
                .put("save_images", false);
        ask.settings(body, "seed", "steps", "cfg_scale");
        return BackendCall.translated("/sdapi/v1/txt2img", body, answer -> images(ask, answer));
    }

    /** A batch may come with a picture of all its pictures before them. */
    private static ObjectNode images(ImageAsk ask, Payload body) {
        JsonNode images = Fields.object(body).path("images");
        return ask.answer(images, ask.count() > 1 && images.size() == ask.count() + 1 ? 1 : 0);
    }
}
