package network.pokt.mlqos.diffusion.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.diffusion.api.AnswerJson.Unusable;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * AUTOMATIC1111's {@code txt2img}. Its {@code info} is JSON within a text, read a second time for the seeds; a batch may come
 * with a grid of all pictures before them, which is left out.
 */
record Automatic1111(AnswerJson answers, RequestJson requests) implements ImageCodec {

    Automatic1111() {
        this(new AnswerJson(), new RequestJson());
    }

    @Override
    public String name() {
        return "automatic1111";
    }

    @Override
    public RelayRequest encode(ImageRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", request.prompt());
        request.negativePrompt().ifPresent(negative -> fields.put("negative_prompt", negative));
        fields.put("width", request.width());
        fields.put("height", request.height());
        fields.put("batch_size", request.count());
        request.steps().ifPresent(steps -> fields.put("steps", steps));
        request.guidance().ifPresent(guidance -> fields.put("cfg_scale", guidance));
        request.seed().ifPresent(seed -> fields.put("seed", seed));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("samples_format", request.format().name().toLowerCase(Locale.ROOT));
        settings.put("return_grid", false);
        request.model().ifPresent(model -> settings.put("sd_model_checkpoint", model));
        fields.put("override_settings", settings);
        fields.put("send_images", true);
        fields.put("save_images", false);
        return requests.post("/sdapi/v1/txt2img", fields);
    }

    @Override
    public Decoded<ImageAnswer> decode(ImageRequest request, RelayResponse response) {
        return answers.read(response, root -> {
            List<JsonNode> files = AnswerJson.array(root, "images");
            if (request.count() > 1 && files.size() == request.count() + 1) {
                files = files.subList(1, files.size());
            }
            List<OptionalLong> seeds = seeds(root.get("info"));
            List<ReturnedImage> images = new ArrayList<>();
            for (JsonNode file : files) {
                OptionalLong seed = images.size() < seeds.size() ? seeds.get(images.size()) : OptionalLong.empty();
                images.add(new ReturnedImage.Embedded(AnswerJson.text(file, "images[]"), false, seed));
            }
            return new ImageAnswer(images, Optional.empty(), Optional.empty());
        });
    }

    private List<OptionalLong> seeds(@Nullable JsonNode info) {
        List<OptionalLong> seeds = new ArrayList<>();
        if (info == null || !info.isString()) {
            return seeds;
        }
        try {
            JsonNode all = answers.parse(info.asString().getBytes(StandardCharsets.UTF_8))
                    .get("all_seeds");
            if (all != null && all.isArray()) {
                all.forEach(seed -> seeds.add(AnswerJson.whole(seed)));
            }
        } catch (Unusable e) {
            // The pictures are what counts; what is said about them is a claim and may be missing.
            return List.of();
        }
        return seeds;
    }
}
