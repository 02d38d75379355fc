package network.pokt.mlqos.relay.supplier.backend;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request for images in OpenAI's form, with the settings that vLLM-Omni added to it. */
record ImageAsk(ObjectNode request, String prompt, String negativePrompt, int count, int width, int height) {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})");
    private static final int MOST_IMAGES = 10;
    private static final int MOST_PIXELS = 2_048 * 2_048;

    static ImageAsk of(ObjectNode request) {
        String size = request.path("size").asString("1024x1024");
        Matcher matcher = SIZE.matcher(size.equals("auto") ? "1024x1024" : size);
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(1)) * Integer.parseInt(matcher.group(2)) > MOST_PIXELS) {
            throw new UnservableRequestException("size", "'size' must be as 1024x1024, with at most 2048x2048 pixels.");
        }
        if (!request.path("response_format").asString("b64_json").equals("b64_json")) {
            throw new UnservableRequestException("response_format", "This backend gives images as b64_json only.");
        }
        if (!request.path("prompt").isString()) {
            throw new UnservableRequestException("prompt", "'prompt' must be text.");
        }
        return new ImageAsk(
                request,
                request.path("prompt").asString(),
                request.path("negative_prompt").asString(""),
                (int) Fields.whole(request, "n", 1, 1, MOST_IMAGES),
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)));
    }

    /** Writes seed, steps and guidance under a server's names; what the client left out is left to the server. */
    void settings(ObjectNode body, String seed, String steps, String guidance) {
        if (Fields.present(request, "seed")) {
            body.put(seed, Fields.whole(request, "seed", 0, 0, 0xffff_ffffL));
        }
        if (Fields.present(request, "num_inference_steps")) {
            body.put(steps, Fields.whole(request, "num_inference_steps", 1, 1, 200));
        }
        Fields.number(request, "guidance_scale", body, guidance, 0, 20);
    }

    /** Returns the answer with these images, of which the first {@code skipped} are none that were asked for. */
    ObjectNode answer(JsonNode images, int skipped) {
        if (!images.isArray() || images.size() - skipped != count) {
            throw new UnusableAnswerException("The model server sent " + images.size() + " images for " + count + ".");
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode data = root.putArray("data");
        for (int i = skipped; i < images.size(); i++) {
            String image = Fields.text(images.path(i), "image in base64");
            try {
                if (Base64.getDecoder().decode(image).length == 0) {
                    throw new UnusableAnswerException("The model server sent an empty image.");
                }
            } catch (IllegalArgumentException e) {
                throw new UnusableAnswerException("The model server sent an image that is not in base64.");
            }
            data.addObject().put("b64_json", image);
        }
        return root;
    }
}
