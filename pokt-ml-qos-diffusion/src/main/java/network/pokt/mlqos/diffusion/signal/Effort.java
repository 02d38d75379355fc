package network.pokt.mlqos.diffusion.signal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How a node's time grows with the work that is asked of it: {@code time = overhead + slope * work}. A node that draws each step
 * takes longer for more of them; one that serves a store, or cuts steps, does not.
 *
 * <p>Fitted by the median of slopes between all pairs of points (Theil and Sen), which a few delayed relays do not move.
 *
 * @param secondsPerWork the slope, the median over pairs; see {@link network.pokt.mlqos.diffusion.api.ImageRequest#work}
 * @param lowSecondsPerWork the lower quartile of slopes over pairs: how sure the slope is
 * @param highSecondsPerWork the upper quartile
 * @param overheadSeconds the time of no work: connection, transfer, decoding
 * @param points how many drawings it rests on
 * @param workRatio the largest work over the smallest
 */
public record Effort(
        double secondsPerWork,
        double lowSecondsPerWork,
        double highSecondsPerWork,
        double overheadSeconds,
        int points,
        double workRatio) {

    private static final int FEWEST_POINTS = 4;
    private static final double LEAST_RATIO = 2;

    /** Below this share of its peers' slope a node does not do the work. */
    private static final double IDLE_SHARE = 0.35;

    /**
     * One drawing's work and time.
     *
     * @param work more than 0
     * @param time how long it took
     */
    public record Point(double work, Duration time) {

        /** Refuses no work. */
        public Point {
            if (!(work > 0)) {
                throw new IllegalArgumentException("A drawing is more than no work, got " + work + ".");
            }
        }
    }

    /**
     * Fits the line.
     *
     * @throws IllegalArgumentException if there are not two points of different work
     */
    public static Effort of(List<Point> points) {
        double[] slopes = points.stream()
                .flatMapToDouble(a -> points.stream()
                        .filter(b -> b.work() > a.work())
                        .mapToDouble(b -> (seconds(b) - seconds(a)) / (b.work() - a.work())))
                .toArray();
        if (slopes.length == 0) {
            throw new IllegalArgumentException(
                    "An effort needs drawings of different work; ask for other steps or sizes.");
        }
        double slope = median(slopes);
        double overhead = median(points.stream()
                .mapToDouble(point -> seconds(point) - slope * point.work())
                .toArray());
        double least = points.stream().mapToDouble(Point::work).min().orElseThrow();
        double most = points.stream().mapToDouble(Point::work).max().orElseThrow();
        int quarter = (slopes.length - 1) / 4;
        return new Effort(
                slope, slopes[quarter], slopes[slopes.length - 1 - quarter], overhead, points.size(), most / least);
    }

    /**
     * Returns whether the node's time grows with the work as that of its peers, nodes that claim the same model: it differs if even
     * the upper quartile of its slopes is less than 0.35 of theirs, and agrees if even the lower one is not. It abstains in
     * between, below four drawings, and where the largest work is not twice the smallest.
     *
     * @param peersSecondsPerWork the slope of the peers, such as their median
     */
    public Agreement against(double peersSecondsPerWork) {
        if (points < FEWEST_POINTS || workRatio < LEAST_RATIO || !(peersSecondsPerWork > 0)) {
            return Agreement.ABSTAINS;
        }
        double idle = IDLE_SHARE * peersSecondsPerWork;
        if (highSecondsPerWork < idle) {
            return Agreement.DIFFERS;
        }
        return lowSecondsPerWork < idle ? Agreement.ABSTAINS : Agreement.AGREES;
    }

    private static double seconds(Point point) {
        return point.time().toNanos() / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
