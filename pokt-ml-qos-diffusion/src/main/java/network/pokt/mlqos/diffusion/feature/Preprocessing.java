package network.pokt.mlqos.diffusion.feature;

import java.util.List;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * What becomes of a picture before a network sees it: scaled so that its shorter side fits, cut to a square from the middle, and
 * each channel moved and divided.
 *
 * @param size the side of the square in pixels, at least 1
 * @param mean what is taken from red, green and blue on a scale of 0 to 1
 * @param deviation what they are divided by
 */
public record Preprocessing(int size, List<Double> mean, List<Double> deviation) {

    /** Copies the lists and refuses other than three numbers. */
    public Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (size < 1 || mean.size() != 3 || deviation.size() != 3) {
            throw new IllegalArgumentException("A network sees at least 1 pixel of three channels, got " + size + ", "
                    + mean + " and " + deviation + ".");
        }
    }

    /** Returns that of CLIP as OpenAI trained it; {@code size} is 224 for ViT-L/14. */
    public static Preprocessing clip(int size) {
        return new Preprocessing(
                size, List.of(0.48145466, 0.4578275, 0.40821073), List.of(0.26862954, 0.26130258, 0.27577711));
    }

    /** Returns that of networks that take values from -1 to 1, such as Inception-v3 with 299. */
    public static Preprocessing symmetric(int size) {
        return new Preprocessing(size, List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));
    }

    /** Returns the square's values, channel by channel. */
    float[] apply(RgbImage image) {
        int shorter = Math.min(image.width(), image.height());
        int width = image.width() == shorter ? size : (int) ((long) size * image.width() / shorter);
        int height = image.height() == shorter ? size : (int) ((long) size * image.height() / shorter);
        RgbImage scaled = BicubicScale.scale(image, width, height);
        int left = (int) Math.rint((width - size) / 2.0);
        int top = (int) Math.rint((height - size) / 2.0);
        float[] values = new float[3 * size * size];
        for (int c = 0; c < 3; c++) {
            float minus = mean.get(c).floatValue();
            float by = deviation.get(c).floatValue();
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    float value = scaled.channel(left + x, top + y, c) / 255f;
                    values[(c * size + y) * size + x] = (value - minus) / by;
                }
            }
        }
        return values;
    }
}
