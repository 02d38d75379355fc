package network.pokt.mlqos.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A relay that brought no usable answer: why, in words, and what the node said about trying again. */
public final class RelayFailure implements RelayOutcome {

    private final FaultCause cause;
    private final String detail;
    private final RelayTiming timing;
    private final int status;
    private final @Nullable Duration retryAfter;

    private RelayFailure(
            FaultCause cause, String detail, RelayTiming timing, int status, @Nullable Duration retryAfter) {
        this.cause = cause;
        this.detail = detail;
        this.timing = timing;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Returns a failure without a status; {@code detail} is one sentence without secrets, prompts or bodies. */
    public static RelayFailure of(FaultCause cause, String detail, RelayTiming timing) {
        return new RelayFailure(cause, detail, timing, 0, null);
    }

    /** Returns this failure with the HTTP status that came with it. */
    public RelayFailure withStatus(int status) {
        return new RelayFailure(cause, detail, timing, status, retryAfter);
    }

    /** Returns this failure with the time the node asked to be left alone. */
    public RelayFailure withRetryAfter(Duration retryAfter) {
        return new RelayFailure(cause, detail, timing, status, retryAfter);
    }

    public FaultCause cause() {
        return cause;
    }

    /** Returns one sentence for people. */
    public String detail() {
        return detail;
    }

    @Override
    public RelayTiming timing() {
        return timing;
    }

    /** Returns the HTTP status, if there was an answer with one. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Returns how long the node asked to be left alone, if it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String toString() {
        return cause + ": " + detail;
    }
}
