package network.pokt.mlqos.diffusion.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.diffusion.api.AnswerJson.Unusable;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's images, with or without the fields of vLLM-Omni's {@code protocol/images.py}. */
record OpenAiImages(boolean omni, AnswerJson answers, RequestJson requests) implements ImageCodec {

    OpenAiImages(boolean omni) {
        this(omni, new AnswerJson(), new RequestJson());
    }

    @Override
    public String name() {
        return omni ? "vllm-omni" : "openai";
    }

    @Override
    public RelayRequest encode(ImageRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", request.prompt());
        request.model().ifPresent(model -> fields.put("model", model));
        fields.put("n", request.count());
        fields.put("size", request.width() + "x" + request.height());
        fields.put("output_format", request.format().name().toLowerCase(Locale.ROOT));
        if (omni) {
            fields.put("response_format", "b64_json");
            request.negativePrompt().ifPresent(negative -> fields.put("negative_prompt", negative));
            request.steps().ifPresent(steps -> fields.put("num_inference_steps", steps));
            request.guidance().ifPresent(guidance -> fields.put("guidance_scale", guidance));
            request.seed().ifPresent(seed -> fields.put("seed", seed));
        }
        return requests.post("/v1/images/generations", fields);
    }

    @Override
    public Decoded<ImageAnswer> decode(ImageRequest request, RelayResponse response) {
        return answers.read(response, root -> {
            List<ReturnedImage> images = new ArrayList<>();
            for (JsonNode element : AnswerJson.array(root, "data")) {
                images.add(image(element));
            }
            return new ImageAnswer(images, usage(root.get("usage")), Optional.empty());
        });
    }

    private static ReturnedImage image(JsonNode element) {
        if (element.hasNonNull("b64_json")) {
            String base64 = AnswerJson.text(element.get("b64_json"), "data[].b64_json");
            return new ReturnedImage.Embedded(base64, false, OptionalLong.empty());
        }
        if (element.hasNonNull("url")) {
            String url = AnswerJson.text(element.get("url"), "data[].url");
            return url.startsWith("data:")
                    ? new ReturnedImage.Embedded(url, false, OptionalLong.empty())
                    : new ReturnedImage.Link(url);
        }
        throw new Unusable(FaultCause.SCHEMA, "A picture has neither 'b64_json' nor 'url'.");
    }

    private static Optional<TokenUsage> usage(@Nullable JsonNode usage) {
        if (usage == null || !usage.isObject()) {
            return Optional.empty();
        }
        OptionalLong input = AnswerJson.whole(usage.get("input_tokens"));
        OptionalLong output = AnswerJson.whole(usage.get("output_tokens"));
        if (input.isEmpty() || output.isEmpty() || input.getAsLong() < 0 || output.getAsLong() < 0) {
            return Optional.empty();
        }
        return Optional.of(TokenUsage.of(input.getAsLong(), output.getAsLong()));
    }
}
