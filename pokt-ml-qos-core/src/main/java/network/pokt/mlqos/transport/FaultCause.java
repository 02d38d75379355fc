package network.pokt.mlqos.transport;

import java.util.Optional;

/**
 * Why a relay failed: the one fault taxonomy of the library.
 *
 * <p>Each cause names one party to {@linkplain #blame() blame} and says whether the same request is worth
 * {@linkplain #retryable() sending again} to the same node.
 */
public enum FaultCause {
    /** The node answered with a 5xx status. */
    SERVER_ERROR(Blame.NODE, true),
    /** The node answered with a redirect, which is never followed. */
    REDIRECT(Blame.NODE, false),
    /** The answer is no HTTP, no UTF-8 or no JSON, or is encoded in a way that was not asked for. */
    MALFORMED(Blame.NODE, true),
    /** The answer is JSON but not what the interface promises: fields missing, wrong types, impossible numbers. */
    SCHEMA(Blame.NODE, true),
    /** The body ended before its announced or syntactic end. */
    TRUNCATED(Blame.NODE, true),
    /** A stream ended without its closing event. */
    STREAM_CUT(Blame.NODE, true),
    /** A success without content. */
    EMPTY(Blame.NODE, true),
    /** Headers, body or nesting exceed the limits that the caller set. */
    OVERSIZED(Blame.NODE, false),
    /** Status 200 around an error object. */
    ERROR_IN_OK(Blame.NODE, true),
    /**
     * The answer does not prove that it is this node's, for this session: the supplier's signature, the hash of the payload or
     * the session differ, or nothing is signed at all.
     */
    UNVERIFIED(Blame.NODE, true),
    /** Connected, but no byte of the answer within the first-byte timeout. */
    FIRST_BYTE_TIMEOUT(Blame.NODE, true),
    /** The answer began and then stalled for longer than the idle timeout. */
    IDLE_TIMEOUT(Blame.NODE, true),
    /** The answer kept coming but was not complete within the total timeout. */
    TOTAL_TIMEOUT(Blame.NODE, false),
    /** Name not found, connection refused or TLS failed. */
    UNREACHABLE(Blame.NETWORK, true),
    /** No connection within the connect timeout. */
    CONNECT_TIMEOUT(Blame.NETWORK, true),
    /** The connection was lost after the request was sent and before the first byte of an answer. */
    CONNECTION_LOST(Blame.NETWORK, true),
    /**
     * A probe showed beforehand that the node cannot do what the task needs, such as echo a prompt with its log-probabilities;
     * nothing was sent.
     */
    INCAPABLE(Blame.NODE, false),
    /** A 4xx status that no other constant describes: the request is not acceptable to the node. */
    BAD_REQUEST(Blame.CALLER, false),
    /** Status 401 or 403. */
    UNAUTHORIZED(Blame.CALLER, false),
    /** Status 404 or 405: nothing is served there. */
    NOT_FOUND(Blame.CALLER, false),
    /** Status 429. */
    RATE_LIMITED(Blame.REFUSED, true),
    /** Status 503 with a Retry-After: alive, but not now. */
    OVERLOADED(Blame.REFUSED, true),
    /** The supplier has served all that this session pays for. */
    OVER_SERVICED(Blame.REFUSED, false),
    /** The supplier does not accept the session that the chain gave us, or not any more. */
    SESSION_REFUSED(Blame.REFUSED, true),
    /** The caller cancelled. */
    CANCELLED(Blame.OURS, false),
    /** The run's own deadline passed before the node's time was up. */
    DEADLINE(Blame.OURS, false),
    /** A budget left no room to send. */
    OUT_OF_BUDGET(Blame.OURS, false),
    /** The node's circuit breaker is open, nothing was sent. */
    CIRCUIT_OPEN(Blame.OURS, false),
    /** A local rate limit or bulkhead left no room to send. */
    THROTTLED(Blame.OURS, false),
    /** The node is in no session of ours now, nothing was sent. */
    OUT_OF_SESSION(Blame.OURS, false),
    /** What the relay needs could not be had from the chain, nothing was sent. */
    CHAIN_UNAVAILABLE(Blame.OURS, true),
    /** A defect or exhausted resource on our side. */
    INTERNAL(Blame.OURS, false);

    private final Blame blame;
    private final boolean retryable;

    FaultCause(Blame blame, boolean retryable) {
        this.blame = blame;
        this.retryable = retryable;
    }

    /**
     * Returns what an HTTP status alone proves against an answer (RFC 9110, section 15; RFC 6585 for 429): nothing for 2xx,
     * otherwise one cause.
     *
     * <p>503 is {@link #OVERLOADED} only if the answer says when to come back, because a node that is merely broken does not.
     * An interim status and one outside the five classes are no final answer at all, hence {@link #MALFORMED}.
     *
     * @param retryAfterPresent whether the answer has a readable {@code Retry-After}
     */
    public static Optional<FaultCause> ofStatus(int status, boolean retryAfterPresent) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(REDIRECT);
            case 4 -> Optional.of(ofClientError(status));
            case 5 -> Optional.of(status == 503 && retryAfterPresent ? OVERLOADED : SERVER_ERROR);
            default -> Optional.of(MALFORMED);
        };
    }

    private static FaultCause ofClientError(int status) {
        return switch (status) {
            case 401, 403 -> UNAUTHORIZED;
            case 404, 405 -> NOT_FOUND;
            case 429 -> RATE_LIMITED;
            default -> BAD_REQUEST;
        };
    }

    public Blame blame() {
        return blame;
    }

    /** Returns whether the same request may succeed at the same node a little later. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Returns whether a sample that ended this way counts as a wrong answer in scores that count failures: everything does
     * that is not {@linkplain Blame#OURS ours}, so that no node can hide a bad answer behind an error.
     */
    public boolean countsAsWrong() {
        return blame != Blame.OURS;
    }
}
