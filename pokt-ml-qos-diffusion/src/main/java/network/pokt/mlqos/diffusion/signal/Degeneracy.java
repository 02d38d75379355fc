package network.pokt.mlqos.diffusion.signal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import network.pokt.mlqos.diffusion.image.RgbImage;

/** How a picture can be none: ways of failing that need no judgement of content. */
public enum Degeneracy {
    /** Every channel of every pixel is zero: broken numbers in the model, or a safety checker. */
    BLACK,
    /** Lightness hardly varies: standard deviation below 2 of 255. */
    FLAT,
    /** Neighbours have nothing to do with each other, and lightness takes all values: undenoised latents. */
    NOISE,
    /** Fewer than 16 colours, which no diffusion model draws unless asked to. */
    FEW_COLOURS;

    private static final double FLAT_DEVIATION = 2;
    private static final double NOISE_CORRELATION = 0.15;
    private static final double NOISE_ENTROPY = 7;
    private static final int FEW = 16;

    /**
     * Returns the ways in which a picture is none, nothing for a usual one.
     *
     * <p>The thresholds are rules of thumb, wide of what models draw; a prompt can ask for any of it ("a black square").
     */
    public static Set<Degeneracy> of(RgbImage image) {
        Set<Degeneracy> ways = EnumSet.noneOf(Degeneracy.class);
        if (image.isBlack()) {
            ways.add(BLACK);
        }
        PictureStatistics statistics = PictureStatistics.of(image.gray());
        if (statistics.standardDeviation() < FLAT_DEVIATION) {
            ways.add(FLAT);
        } else if (Math.abs(statistics.neighbourCorrelation()) < NOISE_CORRELATION
                && statistics.entropy() > NOISE_ENTROPY) {
            ways.add(NOISE);
        }
        if (hasFewColours(image)) {
            ways.add(FEW_COLOURS);
        }
        return ways;
    }

    /** Returns whether a black picture is a refusal rather than a fault: the node has said that it filtered it. */
    public static boolean isRefusal(RgbImage image, boolean filtered) {
        return filtered && image.isBlack();
    }

    private static boolean hasFewColours(RgbImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                colours.add(image.red(x, y) << 16 | image.green(x, y) << 8 | image.blue(x, y));
                if (colours.size() >= FEW) {
                    return false;
                }
            }
        }
        return true;
    }
}
