package network.pokt.mlqos.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.transport.FaultCause;

/**
 * What one relay says about its node, whether it was sent to measure or to serve.
 *
 * <pre>{@code
 * book.record(node, RelayObservation.answered(Duration.ofMillis(900))
 *     .streamed(Duration.ofMillis(200), 32)
 *     .lengths(512, 32));
 * }</pre>
 *
 * @param cause why it failed; empty if it was answered
 * @param total from sending to the last byte, or to the failure
 * @param firstToken when the first content of a stream was there; empty if it was no stream
 * @param contentEvents how many events of a stream carried content, 0 if it was no stream
 * @param promptTokens claimed tokens of the prompt, if known
 * @param outputTokens claimed tokens of the answer, if known
 */
public record RelayObservation(
        Optional<FaultCause> cause,
        Duration total,
        Optional<Duration> firstToken,
        long contentEvents,
        OptionalLong promptTokens,
        OptionalLong outputTokens) {

    /** Refuses times and counts below 0. */
    public RelayObservation {
        if (total.isNegative()
                || firstToken.filter(Duration::isNegative).isPresent()
                || contentEvents < 0
                || promptTokens.orElse(0) < 0
                || outputTokens.orElse(0) < 0) {
            throw new IllegalArgumentException("Times and counts of a relay are 0 or more, got a total of " + total
                    + ", a first token at " + firstToken + ", " + contentEvents + " events, " + promptTokens
                    + " prompt tokens and " + outputTokens + " output tokens.");
        }
    }

    /** Begins the observation of a relay that was answered after {@code total}. */
    public static RelayObservation answered(Duration total) {
        return new RelayObservation(
                Optional.empty(), total, Optional.empty(), 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Returns the observation of a relay that failed after {@code total}. */
    public static RelayObservation failed(FaultCause cause, Duration total) {
        return new RelayObservation(
                Optional.of(cause), total, Optional.empty(), 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Returns this observation of a stream whose first of {@code events} with content came after {@code firstToken}. */
    public RelayObservation streamed(Duration firstToken, long events) {
        return new RelayObservation(cause, total, Optional.of(firstToken), events, promptTokens, outputTokens);
    }

    /** Returns this observation with the claimed tokens of prompt and answer. */
    public RelayObservation lengths(long promptTokens, long outputTokens) {
        return new RelayObservation(
                cause, total, firstToken, contentEvents, OptionalLong.of(promptTokens), OptionalLong.of(outputTokens));
    }
}
