package network.pokt.mlqos.signature;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.profile.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * Watches one node for a change, by all signals that are calibrated, with at most 1 % false alarms a year.
 *
 * <p>Each signal bets that its distances became larger than those of honest nodes, at every moment anew, and all
 * capital together is the evidence: one Shiryaev-Roberts e-detector over a grid of signals and sizes ({@link
 * network.pokt.mlqos.stats.ChangeEvidence}). While the node is within its calibration it alarms with a probability of
 * at most the given rate per year, however often it is looked at, and whatever signals come at whatever pace. Signals
 * may depend on each other; what is assumed is that the next distance, given all before, is within the calibration, so
 * prompts are to be fresh or drawn anew from a secret pool. A calibration itself is right with a confidence of 99 % a
 * signal, if its replicas are alike or the worst of them differs visibly ({@link network.pokt.mlqos.stats.TailBounds}).
 *
 * <pre>{@code
 * NodeWatch watch = NodeWatch.of(calibration, time.now());
 * watch.observe(Signal.GREEDY, Distances.ofText(trusted, answer), time.now());
 * watch.alarm().ifPresent(alarm -> ...);
 * }</pre>
 *
 * <p>The first alarm stays; to watch a node that mended its ways, begin anew. A watch takes some 9 kB a signal.
 * Thread-safe.
 */
public final class NodeWatch {

    /** At most one false alarm in a hundred node-years. */
    private static final double FALSE_ALARMS_PER_YEAR = 0.01;

    private final Map<Signal, SignalLane> lanes = new EnumMap<>(Signal.class);
    private final double threshold;
    private final AttributionRule rule;
    private @Nullable Alarm alarm;

    private NodeWatch(Calibration calibration, Instant start, double falseAlarmsPerYear, AttributionRule rule) {
        if (!(falseAlarmsPerYear > 0 && falseAlarmsPerYear < 1)) {
            throw new IllegalArgumentException("The rate of false alarms must be between 0 and 1 per year, got "
                    + falseAlarmsPerYear + "; give a share such as 0.01.");
        }
        this.threshold = 1 / falseAlarmsPerYear;
        this.rule = rule;
        calibration.signals().forEach(signal -> lanes.put(signal, new SignalLane(calibration.bounds(signal), start)));
    }

    /** Begins with at most 1 % false alarms a year and the standard rule of attribution. */
    public static NodeWatch of(Calibration calibration, Instant start) {
        return of(calibration, start, FALSE_ALARMS_PER_YEAR, AttributionRule.standard());
    }

    /** Begins with this probability of a false alarm per year, and this rule for the name of a change. */
    public static NodeWatch of(
            Calibration calibration, Instant start, double falseAlarmsPerYear, AttributionRule rule) {
        return new NodeWatch(calibration, start, falseAlarmsPerYear, rule);
    }

    /**
     * Takes one more look at the node.
     *
     * @param at when the answer was there
     * @throws IllegalArgumentException if the signal is not calibrated or the distance not finite
     */
    public synchronized void observe(Signal signal, double distance, Instant at) {
        SignalLane lane = lanes.get(signal);
        if (lane == null) {
            throw new IllegalArgumentException(
                    "Signal " + signal + " is not calibrated for this watch, only " + lanes.keySet() + " are.");
        }
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("A distance must be finite, got " + distance + " for " + signal
                    + "; an answer that cannot be compared is a case of AVAILABILITY.");
        }
        lane.observe(distance, at);
        if (alarm == null && evidence() >= threshold) {
            alarm = finding();
        }
    }

    /** Returns the alarm, once there was one. */
    public synchronized Optional<Alarm> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** Returns what all bettors own: an alarm is raised at 1 over the rate of false alarms. */
    public synchronized double evidence() {
        return mean(lanes.values().stream().mapToDouble(SignalLane::evidence).sum());
    }

    /**
     * Returns the evidence over what was staked: an e-value at a time fixed beforehand, which is expected to be at most 1
     * while the node is within its calibration. {@link Fleet} compares nodes by it.
     */
    public synchronized double eValue() {
        return evidence()
                / mean(lanes.values().stream().mapToDouble(SignalLane::staked).sum());
    }

    private double mean(double sum) {
        return sum / lanes.size();
    }

    /** Returns what would be said if there were an alarm now. */
    public synchronized Alarm finding() {
        Signal loudest = lanes.keySet().stream()
                .max(Comparator.comparingDouble(signal -> lane(signal).evidence()))
                .orElseThrow();
        Signal telling = telling(loudest);
        double[] since = lane(telling).distancesSince();
        return new Alarm(
                rule.kind(telling, since),
                lane(loudest).since(),
                evidence(),
                String.format(
                        Locale.ROOT,
                        "%s: mean distance %.3g over the last %d of %d looks, 50th percentile of honest nodes %.3g.",
                        telling,
                        Arrays.stream(since).average().orElse(0),
                        since.length,
                        lane(telling).count(),
                        lane(telling).usual()));
    }

    /** Of signals of the model the one with distances says more than the one that only counts. */
    private Signal telling(Signal loudest) {
        if (loudest != Signal.BORDER) {
            return loudest;
        }
        return List.of(Signal.FORCED, Signal.FIRST_TOKEN, Signal.GREEDY).stream()
                .filter(signal -> lanes.containsKey(signal) && lane(signal).distancesSince().length > 0)
                .findFirst()
                .orElse(loudest);
    }

    private SignalLane lane(Signal signal) {
        SignalLane lane = lanes.get(signal);
        if (lane == null) {
            throw new IllegalStateException("Signal " + signal + " has a lane.");
        }
        return lane;
    }
}
