package network.pokt.mlqos.relay.resilience;

import java.time.Duration;

/**
 * When a node is no longer asked, and when it is tried again.
 *
 * <p>The circuit opens when, of the last {@code window} attempts that ended, {@code failureRate} or more failed. While it is
 * open nothing is sent. After {@code openFor} so many as {@code probes} go through; if fewer than {@code failureRate} of them
 * fail, the circuit closes.
 *
 * <p>Faults of the node and of the network and refusals count as failures. Faults of the caller and our own count as nothing:
 * they say nothing about the node.
 *
 * @param failureRate from above 0 to 1
 * @param window how many attempts are looked at
 * @param minimum how many attempts there must be before the circuit can open, at most {@code window}
 * @param openFor at least 1 ms
 * @param probes at least 1
 */
public record CircuitPolicy(double failureRate, int window, int minimum, Duration openFor, int probes) {

    private static final CircuitPolicy DEFAULTS = new CircuitPolicy(0.5, 20, 10, Duration.ofSeconds(30), 2);

    public CircuitPolicy {
        if (!(failureRate > 0 && failureRate <= 1)) {
            throw new IllegalArgumentException(
                    "The failure rate must lie above 0 and up to 1, got " + failureRate + ".");
        }
        if (minimum < 1 || window < minimum) {
            throw new IllegalArgumentException("A circuit needs a minimum from 1 to its window, got a minimum of "
                    + minimum + " and a window of " + window + ".");
        }
        if (openFor.toMillis() < 1) {
            throw new IllegalArgumentException("A circuit must stay open for at least 1 ms, got " + openFor + ".");
        }
        if (probes < 1) {
            throw new IllegalArgumentException(
                    "A circuit needs at least one probe to close again, got " + probes + ".");
        }
    }

    /** Returns half of the last 20 attempts, at least 10 of them; open for 30 s, then 2 probes. */
    public static CircuitPolicy defaults() {
        return DEFAULTS;
    }

    public CircuitPolicy withFailureRate(double failureRate) {
        return new CircuitPolicy(failureRate, window, minimum, openFor, probes);
    }

    public CircuitPolicy withWindow(int window, int minimum) {
        return new CircuitPolicy(failureRate, window, minimum, openFor, probes);
    }

    public CircuitPolicy withOpenFor(Duration openFor) {
        return new CircuitPolicy(failureRate, window, minimum, openFor, probes);
    }

    public CircuitPolicy withProbes(int probes) {
        return new CircuitPolicy(failureRate, window, minimum, openFor, probes);
    }
}
