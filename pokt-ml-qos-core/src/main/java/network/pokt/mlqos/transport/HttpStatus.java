package network.pokt.mlqos.transport;

import java.util.Optional;

/** The one mapping from the HTTP status of an answer to a fault (RFC 9110, section 15; RFC 6585 for 429). */
public final class HttpStatus {

    private HttpStatus() {}

    /**
     * Returns the fault that the status alone proves, or nothing if the body has to be looked at: status 200, and any other
     * 2xx that has a body.
     *
     * <p>503 is {@link FaultCause#OVERLOADED} only with a {@link RetryAfter} that can be read: a node that is merely broken
     * does not say when to come back. An interim status and a status outside the five classes are no final answer at all.
     */
    public static Optional<FaultCause> fault(RelayResponse response) {
        int status = response.status();
        return switch (status / 100) {
            case 2 ->
                status == 200 || !response.body().isEmpty() ? Optional.empty() : Optional.of(FaultCause.MALFORMED);
            case 3 -> Optional.of(FaultCause.REDIRECT);
            case 4 -> Optional.of(clientError(status));
            case 5 ->
                Optional.of(
                        status == 503 && RetryAfter.of(response).isPresent()
                                ? FaultCause.OVERLOADED
                                : FaultCause.SERVER_ERROR);
            default -> Optional.of(FaultCause.MALFORMED);
        };
    }

    private static FaultCause clientError(int status) {
        return switch (status) {
            case 401, 403 -> FaultCause.UNAUTHORIZED;
            case 404, 405 -> FaultCause.NOT_FOUND;
            case 429 -> FaultCause.RATE_LIMITED;
            default -> FaultCause.BAD_REQUEST;
        };
    }
}
