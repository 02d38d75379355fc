package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.stats.PythonRandom;

/**
 * The standard error of any aggregation, by resampling: the deviation of its values on corpora that are drawn from the items with
 * replacement. Immutable and thread-safe.
 *
 * <pre>{@code
 * double error = Bootstrap.ofIterations(100_000).standardError(Bleu.standard().collect(pairs));
 * }</pre>
 *
 * <p>Draws and values are those of {@code bootstrap_stderr} of lm-evaluation-harness 0.4.13: resamples come in chunks of at most
 * 1000, chunk i is drawn with {@code random.Random(i)}, and an incomplete last chunk is left out. There the metrics bleu, chrf,
 * chrf++ and ter get at most 100 iterations, because each one reads all texts again; here {@link CorpusStatistics} make them as
 * cheap as others. Items in another order give another value, as far apart as two runs of a bootstrap are.
 */
public final class Bootstrap {

    private static final int CHUNK = 1000;

    private final int chunks;
    private final int chunkSize;

    private Bootstrap(int chunks, int chunkSize) {
        this.chunks = chunks;
        this.chunkSize = chunkSize;
    }

    /** Returns a bootstrap of so many resamples, rounded down to whole thousands above one thousand; at least 2. */
    public static Bootstrap ofIterations(int iterations) {
        if (iterations < 2) {
            throw new IllegalArgumentException(
                    "A deviation cannot be told from " + iterations + " resamples, give at least 2.");
        }
        int chunkSize = Math.min(CHUNK, iterations);
        return new Bootstrap(iterations / chunkSize, chunkSize);
    }

    /** Returns how many resamples are drawn. */
    public int iterations() {
        return chunks * chunkSize;
    }

    /** Returns the standard error of {@code aggregation} on {@code items}, NaN if there are none. */
    public <T> double standardError(Aggregation<? super T> aggregation, List<? extends T> items) {
        List<T> population = List.copyOf(items);
        return deviation(population.size(), drawn -> {
            List<T> resample = new ArrayList<>(drawn.length);
            for (int index : drawn) {
                resample.add(population.get(index));
            }
            return aggregation.of(resample);
        });
    }

    /** Returns the standard error of {@code aggregation} on {@code values}, NaN if there are none. */
    public double standardError(NumberAggregation aggregation, double... values) {
        double[] resample = new double[values.length];
        return deviation(values.length, drawn -> {
            for (int i = 0; i < drawn.length; i++) {
                resample[i] = values[drawn[i]];
            }
            return aggregation.of(resample);
        });
    }

    /** Returns the standard error of a corpus score, NaN if the corpus is empty. */
    public double standardError(CorpusStatistics corpus) {
        return deviation(corpus.size(), corpus::valueOf);
    }

    private double deviation(int size, Resample resample) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] values = new double[iterations()];
        int[] drawn = new int[size];
        for (int chunk = 0; chunk < chunks; chunk++) {
            PythonRandom random = new PythonRandom(chunk);
            for (int i = 0; i < chunkSize; i++) {
                draw(random, drawn);
                values[chunk * chunkSize + i] = resample.value(drawn);
            }
        }
        return new SampleDeviation(Summation.LEFT_TO_RIGHT).of(values);
    }

    private static void draw(PythonRandom random, int[] drawn) {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (int) (random.random() * drawn.length);
        }
    }

    @FunctionalInterface
    private interface Resample {
        double value(int[] drawn);
    }
}
