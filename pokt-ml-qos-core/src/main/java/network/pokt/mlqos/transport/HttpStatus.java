package network.pokt.mlqos.transport;

import java.util.Optional;

/** What the status of an answer proves against it, before anybody looks into the body. */
public final class HttpStatus {

    private HttpStatus() {}

    /**
     * Returns the fault that {@link FaultCause#ofStatus} knows for the status, or nothing if the body has to be looked at:
     * status 200, and any other 2xx that has a body.
     */
    public static Optional<FaultCause> fault(RelayResponse response) {
        int status = response.status();
        if (status / 100 == 2 && status != 200 && response.body().isEmpty()) {
            return Optional.of(FaultCause.MALFORMED);
        }
        return FaultCause.ofStatus(status, RetryAfter.of(response).isPresent());
    }
}
