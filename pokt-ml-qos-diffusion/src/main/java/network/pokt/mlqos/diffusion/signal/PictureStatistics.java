package network.pokt.mlqos.diffusion.signal;

import network.pokt.mlqos.diffusion.image.GrayImage;

/**
 * What the lightness of a picture looks like from afar.
 *
 * @param mean the mean lightness, 0 to 255
 * @param standardDeviation of lightness, that of a population
 * @param entropy of the histogram of lightness in bits, 0 to 8
 * @param laplacianVariance the variance of the Laplacian with a mirrored border, as OpenCV computes it: small for blur
 * @param neighbourCorrelation how lightness correlates with that one column to the right, -1 to 1: near 0 for noise; NaN for a flat
 *     picture
 */
public record PictureStatistics(
        double mean, double standardDeviation, double entropy, double laplacianVariance, double neighbourCorrelation) {

    /** Returns the statistics of a picture. */
    public static PictureStatistics of(GrayImage image) {
        int width = image.width();
        int height = image.height();
        long[] histogram = new long[256];
        double laplacianSum = 0;
        double laplacianSquares = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                histogram[image.at(x, y)]++;
                double laplacian = image.at(mirrored(x - 1, width), y)
                        + image.at(mirrored(x + 1, width), y)
                        + image.at(x, mirrored(y - 1, height))
                        + image.at(x, mirrored(y + 1, height))
                        - 4.0 * image.at(x, y);
                laplacianSum += laplacian;
                laplacianSquares += laplacian * laplacian;
            }
        }
        double count = (double) width * height;
        double mean = 0;
        double entropy = 0;
        for (int value = 0; value < 256; value++) {
            double share = histogram[value] / count;
            mean += share * value;
            entropy -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        double variance = 0;
        for (int value = 0; value < 256; value++) {
            variance += histogram[value] / count * (value - mean) * (value - mean);
        }
        double laplacianMean = laplacianSum / count;
        return new PictureStatistics(
                mean,
                Math.sqrt(variance),
                entropy,
                laplacianSquares / count - laplacianMean * laplacianMean,
                correlation(image, mean, variance));
    }

    private static double correlation(GrayImage image, double mean, double variance) {
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 1; x < image.width(); x++) {
                sum += (image.at(x - 1, y) - mean) * (image.at(x, y) - mean);
            }
        }
        return sum / ((double) image.height() * (image.width() - 1)) / variance;
    }

    private static int mirrored(int at, int size) {
        if (size == 1) {
            return 0;
        }
        return at < 0 ? 1 : at < size ? at : size - 2;
    }
}
