package network.pokt.mlqos.signature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.stats.TailBounds;

/**
 * What distances an honest node has, signal by signal. Immutable.
 *
 * <p>Batching, kernels and hardware move the outputs of honest nodes too, so one endpoint alone says nothing about what
 * is usual: signals of the model are calibrated on three replicas or more, on different machines and under different
 * load, and the worst of them is what everyone may be ({@link TailBounds}). Whoever accepts coarser precisions gives
 * replicas of these too. What a node does by its own nature, such as its latency, is calibrated on its own past.
 *
 * <pre>{@code
 * Calibration calibration = Calibration.builder()
 *         .replica(Signal.GREEDY, distancesOfFirstReplica)       // each some 130 distances or more
 *         .replica(Signal.GREEDY, distancesOfSecondReplica)
 *         .replica(Signal.GREEDY, distancesOfThirdReplica)
 *         .ownPast(Signal.LATENCY, secondsPerToken)
 *         .promised(Signal.AVAILABILITY, 0, 0.99)
 *         .build();
 * }</pre>
 */
public final class Calibration {

    /** Two replicas may differ from a third by chance of their hardware; fewer cannot show what is usual. */
    private static final int FEWEST_REPLICAS = 3;

    private final Map<Signal, TailBounds> bounds;

    private Calibration(Map<Signal, TailBounds> bounds) {
        this.bounds = bounds;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the signals that are calibrated. */
    public Set<Signal> signals() {
        return Set.copyOf(bounds.keySet());
    }

    /**
     * Returns how large the distances of an honest node are.
     *
     * @throws IllegalArgumentException if the signal is not calibrated
     */
    public TailBounds bounds(Signal signal) {
        TailBounds found = bounds.get(signal);
        if (found == null) {
            throw new IllegalArgumentException("Signal " + signal + " is not calibrated, only " + bounds.keySet()
                    + " are; give distances of honest replicas for it.");
        }
        return found;
    }

    /** Collects distances. Not thread-safe. */
    public static final class Builder {

        private final Map<Signal, List<double[]>> replicas = new EnumMap<>(Signal.class);
        private final Map<Signal, TailBounds> bounds = new EnumMap<>(Signal.class);

        private Builder() {}

        /** Adds the distances of one more honest replica. */
        public Builder replica(Signal signal, double... distances) {
            replicas.computeIfAbsent(signal, s -> new ArrayList<>()).add(distances.clone());
            return this;
        }

        /** Takes the node's own past, known to be good, as what is usual. */
        public Builder ownPast(Signal signal, double... distances) {
            bounds.put(signal, TailBounds.of(List.<double[]>of(distances.clone())));
            return this;
        }

        /** Takes a promise or a known rate: so large a share of distances does not exceed the limit. */
        public Builder promised(Signal signal, double limit, double share) {
            bounds.put(signal, TailBounds.known(limit, share));
            return this;
        }

        /**
         * Returns the calibration.
         *
         * @throws IllegalArgumentException if a signal has fewer than three replicas, or none is calibrated
         */
        public Calibration build() {
            Map<Signal, TailBounds> all = new EnumMap<>(bounds);
            replicas.forEach((signal, distances) -> {
                if (distances.size() < FEWEST_REPLICAS) {
                    throw new IllegalArgumentException("Signal " + signal + " has " + distances.size()
                            + " honest replicas, which cannot show what is usual; give " + FEWEST_REPLICAS
                            + " or more, on different machines.");
                }
                all.put(signal, TailBounds.of(distances));
            });
            if (all.isEmpty()) {
                throw new IllegalArgumentException(
                        "A calibration needs at least one signal, add one with replica(...).");
            }
            return new Calibration(all);
        }
    }
}
