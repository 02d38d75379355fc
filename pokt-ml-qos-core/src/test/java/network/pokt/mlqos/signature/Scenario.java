package network.pokt.mlqos.signature;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A simulated kind of node: for each signal how its distances are drawn while it is honest, and after its change.
 *
 * @param name what changes
 * @param honest draws by signal
 * @param changed draws by signal, for those that change
 */
record Scenario(
        String name,
        Map<Signal, ToDoubleFunction<SplittableRandom>> honest,
        Map<Signal, ToDoubleFunction<SplittableRandom>> changed) {

    /** Signals of a node that gives no log-probabilities. */
    static final Map<Signal, ToDoubleFunction<SplittableRandom>> TEXT_NODE = Map.of(
            Signal.GREEDY, greedy(0.80),
            Signal.ACCURACY, failing(1 - 0.84),
            Signal.BILLING, billing(0),
            Signal.LATENCY, latency(1),
            Signal.AVAILABILITY, failing(0.02));

    /** Signals of a node that gives log-probabilities. */
    static final Map<Signal, ToDoubleFunction<SplittableRandom>> LOGPROB_NODE = Map.of(
            Signal.FIRST_TOKEN, normal(0),
            Signal.BILLING, billing(0),
            Signal.LATENCY, latency(1),
            Signal.AVAILABILITY, failing(0.02));

    static Scenario of(
            String name,
            Map<Signal, ToDoubleFunction<SplittableRandom>> honest,
            Signal signal,
            ToDoubleFunction<SplittableRandom> changed) {
        return new Scenario(name, honest, Map.of(signal, changed));
    }

    /** Texts that equal the trusted one at this rate, and otherwise part from it anywhere. */
    static ToDoubleFunction<SplittableRandom> greedy(double match) {
        return random -> random.nextDouble() < match ? 0 : 1 - random.nextDouble();
    }

    /** Texts that equal the trusted one at this rate, and otherwise part from it at once. */
    static ToDoubleFunction<SplittableRandom> otherText(double match) {
        return random -> random.nextDouble() < match ? 0 : 1 - 0.1 * random.nextDouble();
    }

    static ToDoubleFunction<SplittableRandom> failing(double rate) {
        return random -> random.nextDouble() < rate ? 1 : 0;
    }

    /** Log-probabilities with a standard deviation of 0.01 nats, as those of bf16, shifted by so many of them. */
    static ToDoubleFunction<SplittableRandom> normal(double shift) {
        return random -> 0.01 * (random.nextGaussian() + shift);
    }

    /** Honest counts are off by a little in 3 of 100 answers. */
    static ToDoubleFunction<SplittableRandom> billing(double padding) {
        return random -> padding + (random.nextDouble() < 0.03 ? 0.02 : 0);
    }

    /** Lognormal with a spread of a third. */
    static ToDoubleFunction<SplittableRandom> latency(double factor) {
        return random -> factor * Math.exp(0.33 * random.nextGaussian());
    }

    /** Some calls are drawn one way and the rest another. */
    static ToDoubleFunction<SplittableRandom> mixed(
            double share, ToDoubleFunction<SplittableRandom> some, ToDoubleFunction<SplittableRandom> rest) {
        return random -> (random.nextDouble() < share ? some : rest).applyAsDouble(random);
    }

    double draw(Signal signal, boolean afterChange, SplittableRandom random) {
        return (afterChange ? changed.getOrDefault(signal, honest.get(signal)) : honest.get(signal))
                .applyAsDouble(random);
    }

    /** Calibrates as a user would: three replicas with so many looks each, and 400 looks at the node's own past. */
    Calibration calibrate(int looks, SplittableRandom random) {
        Calibration.Builder calibration = Calibration.builder();
        for (Signal signal : honest.keySet()) {
            if (signal == Signal.LATENCY) {
                calibration.ownPast(signal, draws(signal, 400, random));
            } else {
                for (int replica = 0; replica < 3; replica++) {
                    calibration.replica(signal, draws(signal, looks, random));
                }
            }
        }
        return calibration.build();
    }

    private double[] draws(Signal signal, int count, SplittableRandom random) {
        return random.doubles(count).map(ignored -> draw(signal, false, random)).toArray();
    }
}
