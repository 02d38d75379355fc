package network.pokt.mlqos.diffusion.metric;

/** Local means, variances and covariance of two planes, at every place where a window fits. */
final class LocalMoments {

    final int width;
    final int height;
    final double[] meanA;
    final double[] meanB;
    final double[] varianceA;
    final double[] varianceB;
    final double[] covariance;

    private LocalMoments(int width, int height, double[][] moments, double factor) {
        this.width = width;
        this.height = height;
        this.meanA = moments[0];
        this.meanB = moments[1];
        this.varianceA = moments[2];
        this.varianceB = moments[3];
        this.covariance = moments[4];
        for (int i = 0; i < meanA.length; i++) {
            varianceA[i] = factor * (varianceA[i] - meanA[i] * meanA[i]);
            varianceB[i] = factor * (varianceB[i] - meanB[i] * meanB[i]);
            covariance[i] = factor * (covariance[i] - meanA[i] * meanB[i]);
        }
    }

    /** Returns the moments of one channel; with {@link Border#FULL} there are as many as pixels. */
    static LocalMoments of(Planes a, Planes b, int channel, FilterWindow window, Border border) {
        int reach = window.size() / 2;
        int width = a.width();
        int height = a.height();
        requireRoom(width, height, window, border);
        int pad = border == Border.FULL ? reach : 0;
        int outWidth = width + 2 * pad - 2 * reach;
        int outHeight = height + 2 * pad - 2 * reach;
        double[][] rows = new double[5][height * outWidth];
        across(a.raw(channel), b.raw(channel), width, height, outWidth, pad, window.weights(), rows);
        double[][] moments = new double[5][outWidth * outHeight];
        for (int m = 0; m < 5; m++) {
            down(rows[m], height, outWidth, outHeight, pad, window.weights(), moments[m]);
        }
        return new LocalMoments(outWidth, outHeight, moments, window.covarianceFactor());
    }

    static void requireRoom(int width, int height, FilterWindow window, Border border) {
        int needed = border == Border.FULL ? window.size() / 2 + 1 : window.size();
        if (Math.min(width, height) < needed) {
            throw new IllegalArgumentException("A window of " + window.size() + " pixels needs pictures of at least "
                    + needed + " x " + needed + ", got " + width + " x " + height + ".");
        }
    }

    /** Filters along the rows: both planes, their squares and their product. */
    private static void across(
            double[] a, double[] b, int width, int height, int outWidth, int pad, double[] weights, double[][] rows) {
        double[][] line = new double[5][width + 2 * pad];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width + 2 * pad; x++) {
                int from = y * width + mirrored(x - pad, width);
                line[0][x] = a[from];
                line[1][x] = b[from];
                line[2][x] = a[from] * a[from];
                line[3][x] = b[from] * b[from];
                line[4][x] = a[from] * b[from];
            }
            for (int m = 0; m < 5; m++) {
                filter(line[m], weights, outWidth, rows[m], y * outWidth);
            }
        }
    }

    /** Adds a line once for each weight, shifted: a loop that the machine takes several steps of at once. */
    private static void filter(double[] line, double[] weights, int count, double[] target, int to) {
        for (int k = 0; k < weights.length; k++) {
            double weight = weights[k];
            for (int x = 0; x < count; x++) {
                target[to + x] += weight * line[x + k];
            }
        }
    }

    /** Filters along the columns, a row at a time, which is how memory lies. */
    private static void down(
            double[] rows, int height, int outWidth, int outHeight, int pad, double[] weights, double[] result) {
        for (int y = 0; y < outHeight; y++) {
            int to = y * outWidth;
            for (int k = 0; k < weights.length; k++) {
                int from = mirrored(y + k - pad, height) * outWidth;
                double weight = weights[k];
                for (int x = 0; x < outWidth; x++) {
                    result[to + x] += weight * rows[from + x];
                }
            }
        }
    }

    /** Mirrors at the centre of the first and the last pixel. */
    private static int mirrored(int at, int size) {
        if (at < 0) {
            return -at;
        }
        return at < size ? at : 2 * size - 2 - at;
    }
}
