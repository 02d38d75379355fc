package network.pokt.mlqos.relay.shannon;

import java.util.concurrent.CompletionException;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.transport.FaultCause;

/** What had to be known from the chain could not be had: the full node failed, or the chain says no. */
public final class ChainException extends MlQosException {

    private static final long serialVersionUID = 1;

    private final FaultCause fault;

    ChainException(FaultCause fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Returns how a relay ends for which this was needed. */
    public FaultCause fault() {
        return fault;
    }

    static ChainException unavailable(String message) {
        return new ChainException(FaultCause.CHAIN_UNAVAILABLE, message);
    }

    /** Returns what the failure of a future of a {@link ShannonNode} is. */
    static ChainException of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ChainException chain
                ? chain
                : unavailable("Asking the chain failed with " + cause.getClass().getName() + ".");
    }

    /** Returns the exception for a question that the chain answers with no, so that asking again does not help. */
    static ChainException refused(String message) {
        return new ChainException(FaultCause.BAD_REQUEST, message);
    }
}
