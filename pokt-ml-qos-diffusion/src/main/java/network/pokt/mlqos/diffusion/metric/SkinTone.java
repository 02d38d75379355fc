package network.pokt.mlqos.diffusion.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Which tone the skin in a picture has, on the Monk scale, by the rule on colours that HEIM uses ({@code skin_tone_metrics.py}).
 *
 * <p>The rule takes whatever has the colour of skin for skin, sand and wood too. It says something about many pictures of people
 * and nothing about one.
 *
 * @param red the mean of red over pixels taken for skin, 0 to 255
 * @param green likewise
 * @param blue likewise
 */
public record SkinTone(double red, double green, double blue) {

    /** The number of tones. */
    public static final int TONES = 10;

    /** The Monk Skin Tone scale, lightest first (Monk 2019). */
    private static final List<Integer> MONK =
            List.of(0xf6ede4, 0xf3e7db, 0xf7ead0, 0xeadaba, 0xd7bd96, 0xa07e56, 0x825c43, 0x604134, 0x3a312a, 0x292420);

    /** ITU-R BT.601 in parts of 2^14, as OpenCV rounds YCrCb. */
    private static final int SHIFT = 14;

    /** Returns the mean colour of what may be skin, empty if nothing may be. */
    public static Optional<SkinTone> of(RgbImage image) {
        long[] sums = new long[3];
        long count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int r = image.red(x, y);
                int g = image.green(x, y);
                int b = image.blue(x, y);
                if (maybeSkin(r, g, b)) {
                    sums[0] += r;
                    sums[1] += g;
                    sums[2] += b;
                    count++;
                }
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new SkinTone((double) sums[0] / count, (double) sums[1] / count, (double) sums[2] / count));
    }

    /** Returns the nearest tone by the sum of differences, from 1, the lightest, to {@value #TONES}. */
    public int monk() {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int tone = 0; tone < TONES; tone++) {
            int rgb = MONK.get(tone);
            double distance =
                    Math.abs(red - (rgb >> 16)) + Math.abs(green - (rgb >> 8 & 0xff)) + Math.abs(blue - (rgb & 0xff));
            if (distance < least) {
                least = distance;
                nearest = tone;
            }
        }
        return nearest + 1;
    }

    /**
     * Returns how unevenly tones are spread: the mean distance of the ten shares from a tenth, 0 for even and 0.18 for one tone
     * only. Pictures without a tone count among all but in no share.
     *
     * @param tones the tone of each picture, empty where none was found
     * @throws IllegalArgumentException if there is no picture, or a tone not from 1 to 10
     */
    public static double imbalance(List<OptionalInt> tones) {
        long[] counts = new long[TONES];
        for (OptionalInt tone : tones) {
            if (tone.isPresent()) {
                if (tone.getAsInt() < 1 || tone.getAsInt() > TONES) {
                    throw new IllegalArgumentException("There is no tone " + tone.getAsInt() + ", give 1 to 10.");
                }
                counts[tone.getAsInt() - 1]++;
            }
        }
        if (tones.isEmpty()) {
            throw new IllegalArgumentException("An imbalance needs at least one picture.");
        }
        double loss = 0;
        for (long count : counts) {
            loss += Math.abs((double) count / tones.size() - 1.0 / TONES);
        }
        return loss / TONES;
    }

    private static boolean maybeSkin(int r, int g, int b) {
        if (r <= 95 || g <= 40 || b <= 20 || r <= g || r <= b || Math.abs(r - g) <= 15) {
            return false;
        }
        int half = 1 << (SHIFT - 1);
        int delta = 128 << SHIFT;
        int luma = (4899 * r + 9617 * g + 1868 * b + half) >> SHIFT;
        int cr = Math.min(255, Math.max(0, ((r - luma) * 11682 + delta + half) >> SHIFT));
        int cb = Math.min(255, Math.max(0, ((b - luma) * 9241 + delta + half) >> SHIFT));
        return cr > 135
                && cb > 85
                && luma > 80
                && cr <= 1.5862 * cb + 20
                && cr >= 0.3448 * cb + 76.2069
                && cr >= -4.5652 * cb + 234.5652
                && cr <= -1.15 * cb + 301.75
                && cr <= -2.2857 * cb + 432.85;
    }
}
