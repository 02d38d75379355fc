package network.pokt.mlqos.diffusion.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.ImageMetadata;

/**
 * What a file says about how it was drawn, in the words of AUTOMATIC1111 ({@code Steps: 20, Seed: 7, Size: 512x512}), held against
 * what was asked. Such words can be forged and left out, so they only ever speak against a node.
 */
public final class MetadataClaims {

    private static final Pattern STEPS = claim("Steps", "(\\d{1,6})");
    private static final Pattern SEED = claim("Seed", "(\\d{1,18})");
    private static final Pattern SIZE = claim("Size", "(\\d{1,5}x\\d{1,5})");
    private static final Pattern GUIDANCE = claim("CFG scale", "(\\d{1,4}(?:\\.\\d{1,4})?)");

    private MetadataClaims() {}

    /** Returns a sentence for each claim that contradicts the request, none if there is no such claim. */
    public static List<String> contradictions(ImageRequest request, ImageMetadata metadata) {
        List<String> found = new ArrayList<>();
        for (String key : List.of("parameters", "UserComment")) {
            String text = metadata.texts().getOrDefault(key, "");
            if (request.steps().isPresent()) {
                compare("steps", claimed(STEPS, text), request.steps().getAsInt(), found);
            }
            if (request.seed().isPresent() && request.count() == 1) {
                compare("seed", claimed(SEED, text), request.seed().getAsLong(), found);
            }
            if (request.guidance().isPresent()) {
                compare("guidance", claimed(GUIDANCE, text), request.guidance().getAsDouble(), found);
            }
            String size = request.width() + "x" + request.height();
            claimed(SIZE, text)
                    .filter(claim -> !claim.equals(size))
                    .ifPresent(claim -> found.add("The file claims a size of " + claim + ", asked was " + size + "."));
        }
        return found;
    }

    private static void compare(String what, Optional<String> claim, double asked, List<String> found) {
        claim.map(Double::parseDouble)
                .filter(claimed -> claimed != asked)
                .ifPresent(claimed -> found.add("The file claims " + what + " " + claim.orElseThrow() + ", asked was "
                        + (asked == Math.rint(asked) ? String.valueOf((long) asked) : asked) + "."));
    }

    private static Optional<String> claimed(Pattern pattern, String text) {
        // The settings are the last line; a prompt may say anything before it.
        String last = text.substring(text.lastIndexOf('\n') + 1);
        Matcher matcher = pattern.matcher(last);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Pattern claim(String name, String value) {
        return Pattern.compile("(?:^|, )" + name + ": " + value + "(?:,|$)");
    }
}
