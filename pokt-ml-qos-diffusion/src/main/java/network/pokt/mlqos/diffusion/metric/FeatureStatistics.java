package network.pokt.mlqos.diffusion.metric;

/**
 * Mean and covariance of feature vectors, taken one vector after the other. Not thread-safe.
 *
 * <p>It holds a square of the dimension and a few hundred vectors, however many there are: 34 MB for 2,048 features.
 */
public final class FeatureStatistics {

    /** Vectors that wait until they are worth a pass over the square. */
    private static final int BLOCK = 128;

    private final int dimension;
    private final double[] shift;
    private final double[] sums;
    private final double[][] products;
    private final double[][] waiting;
    private int waits;
    private long count;

    /** Begins with nothing; {@code dimension} is the length of every vector, at least 1. */
    public FeatureStatistics(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("Features have at least 1 dimension, got " + dimension + ".");
        }
        this.dimension = dimension;
        this.shift = new double[dimension];
        this.sums = new double[dimension];
        this.products = new double[dimension][dimension];
        this.waiting = new double[BLOCK][dimension];
    }

    /** Returns the statistics of all rows. */
    public static FeatureStatistics of(double[][] vectors) {
        if (vectors.length == 0) {
            throw new IllegalArgumentException("Statistics need at least one feature vector.");
        }
        FeatureStatistics statistics = new FeatureStatistics(vectors[0].length);
        for (double[] vector : vectors) {
            statistics.add(vector);
        }
        return statistics;
    }

    /**
     * Takes one more vector.
     *
     * @throws IllegalArgumentException if it has another length or a value that is no finite number
     */
    public void add(double[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "A feature vector of " + vector.length + " values does not fit " + dimension + ".");
        }
        for (double value : vector) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A feature is " + value + "; leave that picture out.");
            }
        }
        if (count == 0) {
            // Sums of values near zero keep their digits, whatever the features are near.
            System.arraycopy(vector, 0, shift, 0, dimension);
        }
        double[] row = waiting[waits];
        for (int i = 0; i < dimension; i++) {
            row[i] = vector[i] - shift[i];
            sums[i] += row[i];
        }
        count++;
        if (++waits == BLOCK) {
            flush();
        }
    }

    /** Returns how many vectors there are. */
    public long count() {
        return count;
    }

    /** Returns the length of each vector. */
    public int dimension() {
        return dimension;
    }

    /** Returns the mean vector; NaN without a vector. */
    public double[] mean() {
        double[] mean = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = shift[i] + sums[i] / count;
        }
        return mean;
    }

    /**
     * Returns the sample covariance, with n - 1.
     *
     * @throws IllegalStateException if there are fewer than 2 vectors
     */
    public double[][] covariance() {
        if (count < 2) {
            throw new IllegalStateException("A covariance needs at least 2 feature vectors, there are " + count + ".");
        }
        flush();
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < dimension; j++) {
                double value = (products[i][j] - sums[i] * sums[j] / count) / (count - 1);
                covariance[i][j] = value;
                covariance[j][i] = value;
            }
        }
        return covariance;
    }

    /** Adds the products of all vectors that wait to the upper triangle. */
    private void flush() {
        TransposedProduct.of(waiting, waiting).upperTriangle().addTo(products, 0, dimension, 0, waits);
        waits = 0;
    }
}
