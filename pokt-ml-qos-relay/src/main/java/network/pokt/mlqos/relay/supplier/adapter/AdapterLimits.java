package network.pokt.mlqos.relay.supplier.adapter;

import java.time.Duration;

/**
 * How much an adapter takes and gives.
 *
 * @param requestBytes the largest body of a request, at least 1 KiB
 * @param answerBytes the largest answer of a model server
 * @param waitingBytes how much of one stream may wait for a slow client before the client is dropped
 * @param concurrent how many requests may be at the model server at once; further ones are told to come again
 * @param timeout how long a model server may take for one answer
 */
public record AdapterLimits(int requestBytes, int answerBytes, int waitingBytes, int concurrent, Duration timeout) {

    public AdapterLimits {
        if (requestBytes < 1 << 10 || answerBytes < 1 << 10 || waitingBytes < 1 << 10 || concurrent < 1) {
            throw new IllegalArgumentException(
                    "An adapter needs at least 1 KiB for requests, answers and what waits, and"
                            + " 1 request at a time.");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("An adapter's timeout must be positive, got " + timeout + ".");
        }
    }

    /** Returns 8 MiB for requests, 32 MiB for answers, 256 KiB that wait, 1,024 requests at once, and 600 s. */
    public static AdapterLimits defaults() {
        return new AdapterLimits(8 << 20, 32 << 20, 256 << 10, 1_024, Duration.ofMinutes(10));
    }

    /** Returns the same limits with another number of requests at once. */
    public AdapterLimits withConcurrent(int most) {
        return new AdapterLimits(requestBytes, answerBytes, waitingBytes, most, timeout);
    }

    /** Returns the same limits with another timeout. */
    public AdapterLimits withTimeout(Duration longest) {
        return new AdapterLimits(requestBytes, answerBytes, waitingBytes, concurrent, longest);
    }

    /** Returns the same limits with another bound of what waits for a slow client. */
    public AdapterLimits withWaitingBytes(int most) {
        return new AdapterLimits(requestBytes, answerBytes, most, concurrent, timeout);
    }
}
