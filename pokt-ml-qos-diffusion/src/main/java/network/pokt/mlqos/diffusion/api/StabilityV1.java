package network.pokt.mlqos.diffusion.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.AnswerJson.Unusable;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.databind.JsonNode;

/** Stability's version 1: what not to draw is a prompt of weight -1, and a filtered picture comes blurred with status 200. */
record StabilityV1(String engine, AnswerJson answers, RequestJson requests) implements ImageCodec {

    StabilityV1 {
        if (!engine.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "The engine '" + engine + "' is no part of a path; use letters, digits, dots and hyphens.");
        }
    }

    StabilityV1(String engine) {
        this(engine, new AnswerJson(), new RequestJson());
    }

    @Override
    public String name() {
        return "stability-v1";
    }

    @Override
    public RelayRequest encode(ImageRequest request) {
        List<Object> prompts = new ArrayList<>();
        prompts.add(Map.of("text", request.prompt(), "weight", 1));
        request.negativePrompt().ifPresent(negative -> prompts.add(Map.of("text", negative, "weight", -1)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text_prompts", prompts);
        fields.put("height", request.height());
        fields.put("width", request.width());
        fields.put("samples", request.count());
        request.steps().ifPresent(steps -> fields.put("steps", steps));
        request.guidance().ifPresent(guidance -> fields.put("cfg_scale", guidance));
        request.seed().ifPresent(seed -> fields.put("seed", seed));
        return requests.post("/v1/generation/" + engine + "/text-to-image", fields);
    }

    @Override
    public Decoded<ImageAnswer> decode(ImageRequest request, RelayResponse response) {
        return answers.read(response, root -> {
            List<ReturnedImage> images = new ArrayList<>();
            for (JsonNode artifact : AnswerJson.array(root, "artifacts")) {
                String reason = AnswerJson.text(artifact.get("finishReason"), "artifacts[].finishReason");
                if (reason.equals("ERROR")) {
                    throw new Unusable(FaultCause.ERROR_IN_OK, "The node says that drawing failed.");
                }
                images.add(new ReturnedImage.Embedded(
                        AnswerJson.text(artifact.get("base64"), "artifacts[].base64"),
                        reason.equals("CONTENT_FILTERED"),
                        AnswerJson.whole(artifact.get("seed"))));
            }
            return new ImageAnswer(images, Optional.empty(), Optional.empty());
        });
    }
}
