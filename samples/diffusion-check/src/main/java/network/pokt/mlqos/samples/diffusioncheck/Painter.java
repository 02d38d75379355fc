package network.pokt.mlqos.samples.diffusioncheck;

import java.util.SplittableRandom;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Draws procedural pictures: waves from the prompt and the seed, and a grain that fades with the steps. No model, and no resemblance
 * to what a prompt says; only what should depend on what does.
 */
final class Painter {

    private static final int WAVES = 5;

    private Painter() {}

    static RgbImage paint(String prompt, long seed, int steps, int width, int height) {
        SplittableRandom random = new SplittableRandom(prompt.hashCode() * 0x9e3779b97f4a7c15L + seed);
        double[][] waves = new double[3 * WAVES][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = random.doubles(4, -1, 1).toArray();
        }
        SplittableRandom grain = random.split();
        double roughness = 60.0 / steps;
        return RgbImage.draw(width, height, (x, y) -> {
            double u = 12.0 * x / width;
            double v = 12.0 * y / height;
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double value = 128 + roughness * (grain.nextDouble() - 0.5);
                for (int i = 0; i < WAVES; i++) {
                    double[] wave = waves[c * WAVES + i];
                    value += 24 * wave[2] * Math.sin(wave[0] * u + wave[1] * v + 6 * wave[3]) * 2;
                }
                rgb = rgb << 8 | (int) Math.max(0, Math.min(255, value));
            }
            return rgb;
        });
    }
}
