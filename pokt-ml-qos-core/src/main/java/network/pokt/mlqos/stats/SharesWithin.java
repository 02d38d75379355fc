package network.pokt.mlqos.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How many numbers of each of several sources lie within a limit, and what that says of the source for which they are fewest.
 *
 * <p>Its lower {@linkplain ClopperPearson bound} holds with the confidence that is wanted wherever it is visibly worse than
 * the others. Where the sources may well be alike, all of their bounds would have to mislead for the lowest one to do so, and
 * each is drawn with as much less confidence.
 */
final class SharesWithin {

    /** Sources that differ as much as one in twenty equal ones would by chance are taken for different. */
    private static final double APART = 0.05;

    /** Of sources that seem alike the worst may yet be worse: its own bound holds three times in four at least. */
    private static final double MOST_ERROR = 0.25;

    private final int[] within;
    private final int[] sizes;

    SharesWithin(List<double[]> sources, double limit) {
        sizes = sources.stream().mapToInt(numbers -> numbers.length).toArray();
        within = sources.stream()
                .mapToInt(numbers -> (int)
                        Arrays.stream(numbers).filter(number -> number <= limit).count())
                .toArray();
    }

    /** Returns the least share of the worst source, which is too high with a probability of at most {@code error}. */
    double least(double error) {
        double own = alike() ? Math.max(error, Math.min(MOST_ERROR, Math.pow(error, 1.0 / sizes.length))) : error;
        return IntStream.range(0, sizes.length)
                .mapToDouble(source -> lower(source, own))
                .min()
                .orElseThrow();
    }

    private double lower(int source, double error) {
        return within[source] == 0
                ? 0
                : BetaDistribution.of(within[source], sizes[source] - within[source] + 1.0)
                        .inverseCumulativeProbability(error);
    }

    /** Says whether no source has fewer numbers within the limit than chance explains, all sources being equal. */
    boolean alike() {
        int all = IntStream.of(sizes).sum();
        int allWithin = IntStream.of(within).sum();
        return IntStream.range(0, sizes.length)
                .allMatch(source -> HypergeometricDistribution.of(all, allWithin, sizes[source])
                                .cumulativeProbability(within[source])
                        > APART / sizes.length);
    }
}
