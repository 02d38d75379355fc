package network.pokt.mlqos.diffusion.signal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.RgbImage;

/** What a node's pictures tell by themselves, without its peers. */
final class SelfCheck {

    /** Up to so many bits of pHash two pictures are one that was recompressed. */
    private static final int SAME_LOOK = 4;

    private final List<Drawing> drawings;
    private final Map<Finding, String> findings = new EnumMap<>(Finding.class);

    SelfCheck(List<Drawing> drawings) {
        this.drawings = drawings;
    }

    Map<Finding, String> findings() {
        checkAnswers();
        checkChanges();
        return findings;
    }

    private void checkAnswers() {
        Set<Breach> breaches = EnumSet.noneOf(Breach.class);
        Set<Degeneracy> ways = EnumSet.noneOf(Degeneracy.class);
        for (Drawing drawing : drawings) {
            breaches.addAll(Conformity.of(drawing));
            drawing.pictures().forEach(picture -> ways.addAll(Degeneracy.of(picture)));
            drawing.decodings().stream()
                    .filter(Decoding.Picture.class::isInstance)
                    .flatMap(decoding ->
                            MetadataClaims.contradictions(drawing.request(), ((Decoding.Picture) decoding).metadata())
                                    .stream())
                    .forEach(claim -> findings.putIfAbsent(Finding.CONTRADICTING_METADATA, claim));
        }
        if (breaches.remove(Breach.NO_ANSWER)) {
            findings.put(Finding.NO_ANSWER, "At least one request was not answered.");
        }
        if (!breaches.isEmpty()) {
            findings.put(Finding.NOT_AS_ASKED, "The answers have " + breaches + ".");
        }
        if (!ways.isEmpty()) {
            findings.put(Finding.DEGENERATE, "The pictures are " + ways + ".");
        }
    }

    private void checkChanges() {
        if (findings.containsKey(Finding.DEGENERATE)) {
            // What is black for one prompt is black for all; that is one fault and not four.
            return;
        }
        boolean samePrompt = sameLook(ProbePlan.OTHER_PROMPT);
        boolean sameSeed = sameLook(ProbePlan.OTHER_SEED);
        if (samePrompt && sameSeed) {
            findings.put(Finding.REPLAYS, "Another prompt and another seed gave the same picture.");
        } else if (samePrompt) {
            findings.put(Finding.IGNORES_PROMPT, "Another prompt gave the same picture.");
        } else if (sameSeed) {
            findings.put(Finding.IGNORES_SEED, "Another seed gave the same picture.");
        }
        if (!samePrompt && !sameSeed && samePixels(ProbePlan.FEW) && samePixels(ProbePlan.MANY)) {
            findings.put(Finding.IGNORES_STEPS, "Fewer and more steps gave the same picture, pixel for pixel.");
        }
        if (picture(0).isPresent() && picture(ProbePlan.AGAIN).isPresent() && !sameLook(ProbePlan.AGAIN)) {
            findings.put(Finding.NOT_REPEATABLE, "The same request gave another picture.");
        }
    }

    private boolean sameLook(int other) {
        return picture(0).isPresent()
                && picture(other).isPresent()
                && look(picture(0).get()).distance(look(picture(other).get())) <= SAME_LOOK;
    }

    private boolean samePixels(int other) {
        return picture(0).isPresent() && picture(0).equals(picture(other));
    }

    private Optional<RgbImage> picture(int index) {
        return drawings.get(index).picture();
    }

    private static PerceptualHash look(RgbImage picture) {
        return PerceptualHash.of(PerceptualHash.Kind.FREQUENCY, picture);
    }
}
