package network.pokt.mlqos.diffusion.image;

/**
 * Scales lightness by exact area averaging: each target pixel is the mean of the area that it covers, whole pixels and parts of
 * pixels alike. The result is the same on every machine, which the filters of image libraries are not.
 */
public final class AreaScale {

    private AreaScale() {}

    /**
     * Returns rows of mean lightness, 0 to 255.
     *
     * @param columns how many columns to make, at least 1; more than there are repeats pixels
     * @param rows how many rows to make, at least 1
     */
    public static double[][] scale(GrayImage image, int columns, int rows) {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, got " + columns + " x " + rows + ".");
        }
        double[][] across = new double[image.height()][columns];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < columns; x++) {
                double sum = 0;
                double from = (double) x * image.width() / columns;
                double to = (double) (x + 1) * image.width() / columns;
                for (int at = (int) from; at < to && at < image.width(); at++) {
                    sum += (Math.min(to, at + 1) - Math.max(from, at)) * image.at(at, y);
                }
                across[y][x] = sum / (to - from);
            }
        }
        double[][] scaled = new double[rows][columns];
        for (int y = 0; y < rows; y++) {
            double from = (double) y * image.height() / rows;
            double to = (double) (y + 1) * image.height() / rows;
            for (int at = (int) from; at < to && at < image.height(); at++) {
                double share = (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
                for (int x = 0; x < columns; x++) {
                    scaled[y][x] += share * across[at][x];
                }
            }
        }
        return scaled;
    }
}
