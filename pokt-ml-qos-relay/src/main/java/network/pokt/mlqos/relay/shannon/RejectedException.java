package network.pokt.mlqos.relay.shannon;

import java.util.concurrent.CompletionException;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RetryAfter;
import org.jspecify.annotations.Nullable;

/** Carries a rejection to where the relay ends; never seen outside this package. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Rejection rejection;
    private final transient @Nullable RelayResponse reply;

    RejectedException(Rejection rejection, String detail) {
        this(rejection, detail, null);
    }

    /** Takes the miner's own answer too, if that was no relay response. */
    RejectedException(Rejection rejection, String detail, @Nullable RelayResponse reply) {
        // Without a stack trace: it is an ordinary outcome of a relay, and there may be many.
        super(detail, null, false, false);
        this.rejection = rejection;
        this.reply = reply;
    }

    Rejection rejection() {
        return rejection;
    }

    /** Returns how the relay ends. */
    RelayFailure failure(RelayTiming timing) {
        RelayFailure failure = RelayFailure.of(rejection.cause(), String.valueOf(getMessage()), timing);
        if (reply == null) {
            return failure;
        }
        RelayFailure withStatus = failure.withStatus(reply.status());
        return RetryAfter.of(reply).map(withStatus::withRetryAfter).orElse(withStatus);
    }

    /** Returns what {@code thrown}, the failure of a future, means for a relay. */
    static RejectedException of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RejectedException rejected) {
            return rejected;
        }
        if (cause instanceof ChainException chain) {
            return new RejectedException(rejection(chain.fault()), String.valueOf(chain.getMessage()));
        }
        return new RejectedException(
                Rejection.CHAIN_UNAVAILABLE,
                "Asking the chain failed with " + cause.getClass().getName() + ".");
    }

    private static Rejection rejection(FaultCause fault) {
        return switch (fault) {
            case BAD_REQUEST -> Rejection.NO_SESSION;
            case UNAUTHORIZED -> Rejection.KEY_NOT_DELEGATED;
            default -> Rejection.CHAIN_UNAVAILABLE;
        };
    }
}
