package network.pokt.mlqos.diffusion.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.diffusion.api.AnswerJson.Unusable;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The diffusers server of Pocket's deployments ({@code RawthiL/diffusers_api}): prompts are lists, and all files are PNG. */
record PocketDiffusers(AnswerJson answers, RequestJson requests) implements ImageCodec {

    /** Nobody waits longer; a larger claim is no claim. */
    private static final double MOST_SECONDS = 86_400;

    PocketDiffusers() {
        this(new AnswerJson(), new RequestJson());
    }

    @Override
    public String name() {
        return "pocket-diffusers";
    }

    @Override
    public RelayRequest encode(ImageRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", List.of(request.prompt()));
        request.negativePrompt().ifPresent(negative -> fields.put("negative_prompt", List.of(negative)));
        fields.put("height", request.height());
        fields.put("width", request.width());
        fields.put("samples", request.count());
        request.steps().ifPresent(steps -> fields.put("num_inference_steps", steps));
        request.guidance().ifPresent(guidance -> fields.put("guidance_scale", guidance));
        request.seed().ifPresent(seed -> fields.put("seed", seed));
        fields.put("output_type", "PNG");
        return requests.post("/text2img", fields);
    }

    @Override
    public Decoded<ImageAnswer> decode(ImageRequest request, RelayResponse response) {
        return answers.read(response, root -> {
            if (!AnswerJson.text(root.get("status"), "status").equals("success")) {
                throw new Unusable(FaultCause.ERROR_IN_OK, "The node says that drawing failed.");
            }
            List<ReturnedImage> images = new ArrayList<>();
            for (JsonNode file : AnswerJson.array(root, "output")) {
                String text = AnswerJson.text(file, "output[]");
                images.add(
                        text.startsWith("http://") || text.startsWith("https://")
                                ? new ReturnedImage.Link(text)
                                : new ReturnedImage.Embedded(text, false, OptionalLong.empty()));
            }
            return new ImageAnswer(images, Optional.empty(), seconds(root.get("generationTime")));
        });
    }

    private static Optional<Duration> seconds(@Nullable JsonNode value) {
        if (value == null || !value.isNumber()) {
            return Optional.empty();
        }
        double seconds = value.asDouble();
        return seconds >= 0 && seconds <= MOST_SECONDS
                ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))
                : Optional.empty();
    }
}
