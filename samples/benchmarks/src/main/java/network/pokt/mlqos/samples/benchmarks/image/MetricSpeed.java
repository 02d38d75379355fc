package network.pokt.mlqos.samples.benchmarks.image;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.metric.Border;
import network.pokt.mlqos.diffusion.metric.FractalDimension;
import network.pokt.mlqos.diffusion.metric.MultiScaleSsim;
import network.pokt.mlqos.diffusion.metric.Planes;
import network.pokt.mlqos.diffusion.metric.Psnr;
import network.pokt.mlqos.diffusion.metric.Ssim;
import network.pokt.mlqos.diffusion.metric.UniversalQuality;
import network.pokt.mlqos.diffusion.signal.PerceptualHash;

/**
 * Megapixels per second of CPU time, one thread, for a pair of pictures of 512 x 512 pixels in colour. Metrics take planes of
 * doubles that are there already, hashes take pictures.
 */
final class MetricSpeed {

    private static final int SIDE = 512;
    private static final int RUNS = 5;
    private static final int WARM_UP = 20;

    private MetricSpeed() {}

    /** Prints the best of so many rounds in turns: what disturbs a run only ever takes time. */
    static void print(int rounds) {
        RgbImage image = picture(0);
        Planes target = Planes.of(image);
        Planes other = Planes.of(picture(24));
        Map<String, DoubleSupplier> contenders = new LinkedHashMap<>();
        contenders.put("PSNR", () -> Psnr.between(target, other, 1));
        contenders.put("SSIM, interior", () -> ssim(Border.INTERIOR).between(target, other));
        contenders.put("SSIM, full", () -> ssim(Border.FULL).between(target, other));
        contenders.put(
                "MS-SSIM, full",
                () -> MultiScaleSsim.of(Border.FULL).withDataRange(1).between(target, other));
        contenders.put("UIQI", () -> UniversalQuality.heim().between(target, other));
        contenders.put("fractal dimension", () -> FractalDimension.of(image.gray()));
        for (PerceptualHash.Kind kind : PerceptualHash.Kind.values()) {
            contenders.put("hash, " + kind, () -> PerceptualHash.of(kind, image).bits());
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            // The first round only warms up, and takes longer for it.
            int runs = round == 0 ? WARM_UP : RUNS;
            boolean counts = round > 0;
            contenders.forEach((name, metric) -> {
                double speed = speed(metric, runs);
                best.merge(name, counts ? speed : 0, Math::max);
            });
        }
        System.out.println("| metric | megapixels/s |");
        System.out.println("|---|---|");
        best.forEach((name, speed) -> System.out.printf(Locale.ROOT, "| %s | %.1f |%n", name, speed));
    }

    private static Ssim ssim(Border border) {
        return Ssim.of(border).withDataRange(1);
    }

    private static double speed(DoubleSupplier metric, int runs) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += metric.getAsDouble();
        }
        double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("A metric has no value for these pictures.");
        }
        return runs * SIDE * SIDE / 1e6 / seconds;
    }

    /** Waves with as much noise. */
    private static RgbImage picture(int noise) {
        SplittableRandom random = new SplittableRandom(1);
        return RgbImage.draw(SIDE, SIDE, (x, y) -> {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double wave = 128 + 100 * Math.sin((x + 3 * c * y) / 40.0) * Math.cos(y / 25.0);
                double value = wave + noise * (random.nextDouble() - 0.5);
                rgb = rgb << 8 | (int) Math.max(0, Math.min(255, value));
            }
            return rgb;
        });
    }
}
