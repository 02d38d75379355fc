package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.signature.Calibration;
import network.pokt.mlqos.signature.NodeWatch;
import network.pokt.mlqos.signature.Signal;
import network.pokt.mlqos.stats.ClopperPearson;
import network.pokt.mlqos.store.Finding;
import network.pokt.mlqos.store.Measurement;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import org.jspecify.annotations.Nullable;

/**
 * Watches every node for a change of accuracy, speed or availability, and raises the alarm in the book. Thread-safe.
 *
 * <p>A node's first {@value #CALIBRATION} samples are taken for what is usual for it; from then on each measurement is a look. What is
 * known follows from the measurements alone, so a restart that reads them again knows all that was known before.
 */
public final class ChangeWatch {

    /** So many looks make a calibration that finds a drop from .84 to .44 in some 60 more (docs/signatures.md). */
    private static final int CALIBRATION = 134;

    /** What every node is held to: so large a share of relays answered. */
    private static final double PROMISED = 0.95;

    /** What lies further back is not read again after a restart. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private final ProfileBook book;
    private final Map<NodeId, Watched> nodes = new HashMap<>();
    private final List<RaisedAlarm> raised = new ArrayList<>();

    /** Begins with nothing seen, to raise alarms in {@code book}. */
    public ChangeWatch(ProfileBook book) {
        this.book = book;
    }

    /** Looks at all that a store has of the time before. */
    public void replay(ResultStore store, Instant now) {
        store.forEach(
                Query.builder()
                        .from(now.minus(MEMORY))
                        .limit(Query.LARGEST_LIMIT)
                        .build(),
                measurement -> observe(List.of(measurement)));
    }

    /** Looks at what was measured, the oldest first. */
    public synchronized void observe(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            Watched node = nodes.computeIfAbsent(measurement.node(), id -> new Watched());
            if (node.observe(measurement) && node.watch != null) {
                node.watch.alarm().ifPresent(alarm -> {
                    node.alarmed = true;
                    raised.add(new RaisedAlarm(measurement.node(), alarm, measurement.at()));
                    book.raise(measurement.node(), alarm);
                });
            }
        }
    }

    /** Returns every alarm there was, the newest first. */
    public synchronized List<RaisedAlarm> raised() {
        return raised.stream()
                .sorted(Comparator.comparing(RaisedAlarm::raised).reversed())
                .toList();
    }

    /** One node: samples for its calibration, and the watch once there are enough of them. */
    private static final class Watched {

        private final List<Double> wrong = new ArrayList<>();
        private final List<Double> pace = new ArrayList<>();
        private @Nullable NodeWatch watch;
        private boolean everRight;
        private boolean alarmed;

        /** Returns whether there may be an alarm that nobody was told of. */
        boolean observe(Measurement measurement) {
            if (!counts(measurement)) {
                return false;
            }
            double miss = miss(measurement);
            double secondsPerToken = secondsPerToken(measurement);
            NodeWatch watching = watch;
            if (watching == null) {
                calibrate(measurement.at(), miss, secondsPerToken);
                return false;
            }
            Instant at = measurement.at();
            if (everRight) {
                watching.observe(Signal.ACCURACY, miss, at);
            }
            if (secondsPerToken > 0) {
                watching.observe(Signal.LATENCY, secondsPerToken, at);
            }
            boolean answered = measurement.finding() instanceof Finding.Scored;
            for (long retry = 1; retry < measurement.spend().relays(); retry++) {
                watching.observe(Signal.AVAILABILITY, 1, at);
            }
            watching.observe(Signal.AVAILABILITY, answered ? 0 : 1, at);
            return !alarmed;
        }

        private void calibrate(Instant at, double miss, double secondsPerToken) {
            wrong.add(miss);
            if (secondsPerToken > 0) {
                pace.add(secondsPerToken);
            }
            if (wrong.size() >= CALIBRATION && pace.size() >= CALIBRATION) {
                watch = NodeWatch.of(calibration(), at);
                wrong.clear();
                pace.clear();
            }
        }

        /** Of a node that is wrong in most cases percentiles say nothing, so the share of right answers is what is bounded. */
        private Calibration calibration() {
            Calibration.Builder calibration = Calibration.builder()
                    .ownPast(Signal.LATENCY, numbers(pace))
                    .promised(Signal.AVAILABILITY, 0, PROMISED);
            long right = wrong.stream().filter(miss -> miss == 0).count();
            everRight = right > 0;
            if (everRight) {
                double atLeast = ClopperPearson.interval(right, wrong.size()).lower();
                calibration.promised(Signal.ACCURACY, 0, atLeast);
            }
            return calibration.build();
        }

        private static boolean counts(Measurement measurement) {
            return measurement.finding() instanceof Finding.Scored scored
                    ? !scored.values().isEmpty()
                    : ((Finding.Failed) measurement.finding()).cause().countsAsWrong();
        }

        private static double miss(Measurement measurement) {
            return measurement.finding() instanceof Finding.Scored scored
                    ? 1 - scored.values().values().iterator().next()
                    : 1;
        }

        /** The pace of an answer at the first attempt; 0 where nothing can be said of it. */
        private static double secondsPerToken(Measurement measurement) {
            long tokens = measurement.spend().completionTokens();
            return tokens > 0 && measurement.spend().relays() == 1
                    ? measurement.total().orElse(Duration.ZERO).toNanos() / 1e9 / tokens
                    : 0;
        }

        private static double[] numbers(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
