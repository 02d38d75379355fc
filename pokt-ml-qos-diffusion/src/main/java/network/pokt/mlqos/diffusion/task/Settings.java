package network.pokt.mlqos.diffusion.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.ImageFormat;
import network.pokt.mlqos.task.Ask;

/** What a request for pictures says beside its prompt, as the parameters of an ask. */
record Settings(Map<String, Object> values) {

    static Settings of(Ask.Generation generation) {
        return new Settings(generation.extra());
    }

    static Settings of(ImageRequest request) {
        Map<String, Object> values = new TreeMap<>();
        values.put("width", request.width());
        values.put("height", request.height());
        values.put("n", request.count());
        values.put("format", request.format().name().toLowerCase(Locale.ROOT));
        request.steps().ifPresent(steps -> values.put("steps", steps));
        request.guidance().ifPresent(guidance -> values.put("guidance", guidance));
        request.seed().ifPresent(seed -> values.put("seed", seed));
        request.negativePrompt().ifPresent(negative -> values.put("negative_prompt", negative));
        return new Settings(values);
    }

    Ask.Generation generation() {
        return new Ask.Generation(List.of(), 0, 0, values);
    }

    ImageRequest.Builder request(String prompt) {
        ImageRequest.Builder builder = ImageRequest.builder(prompt);
        values.forEach((name, value) -> set(builder, name, value));
        return builder.size(number("width", 512), number("height", 512));
    }

    private int number(String name, int usual) {
        return values.get(name) instanceof Number number ? number.intValue() : usual;
    }

    private static void set(ImageRequest.Builder builder, String name, Object value) {
        if (value instanceof Number number) {
            switch (name) {
                case "n" -> builder.count(number.intValue());
                case "steps" -> builder.steps(number.intValue());
                case "guidance" -> builder.guidance(number.doubleValue());
                case "seed" -> builder.seed(number.longValue());
                default -> {}
            }
        } else if (name.equals("negative_prompt")) {
            builder.negativePrompt(value.toString());
        } else if (name.equals("format")) {
            ImageFormat.named(value.toString()).ifPresent(builder::format);
        }
    }
}
