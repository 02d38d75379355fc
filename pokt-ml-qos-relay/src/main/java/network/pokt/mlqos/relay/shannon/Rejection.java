package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.transport.FaultCause;

/**
 * The ways in which a relay fails that only Shannon has: why, whom it is blamed on, and what helps.
 *
 * <p>Some are found before anything is sent, some are what the relay miner says, some are what we find wrong with its reply.
 */
public enum Rejection {
    /** No session of ours has this supplier for this service; nothing was sent. */
    NOT_IN_SESSION(FaultCause.OUT_OF_SESSION, NextStep.OTHER_SUPPLIER),
    /** The supplier has had as many relays as the session pays for, see {@link RelayBudget}; nothing was sent. */
    BUDGET_SPENT(FaultCause.OUT_OF_BUDGET, NextStep.OTHER_SUPPLIER),
    /** The supplier's account has no key on chain, so no reply of it can be verified; nothing was sent. */
    NO_SUPPLIER_KEY(FaultCause.UNVERIFIED, NextStep.OTHER_SUPPLIER),
    /** The full node did not tell what the relay needs; nothing was sent. */
    CHAIN_UNAVAILABLE(FaultCause.CHAIN_UNAVAILABLE, NextStep.BACK_OFF),
    /** The chain refuses a session to this application: not staked, or not for this service; nothing was sent. */
    NO_SESSION(FaultCause.BAD_REQUEST, NextStep.GIVE_UP),
    /** Our key may not sign for this application; nothing was sent. */
    KEY_NOT_DELEGATED(FaultCause.UNAUTHORIZED, NextStep.GIVE_UP),

    /** The miner knows another session, or takes ours for expired. */
    SESSION_INVALID(FaultCause.SESSION_REFUSED, NextStep.REFETCH_SESSION),
    /** The miner does not accept the ring signature. */
    RING_REFUSED(FaultCause.UNAUTHORIZED, NextStep.GIVE_UP),
    /** The miner finds the request invalid or too large. */
    REQUEST_INVALID(FaultCause.BAD_REQUEST, NextStep.GIVE_UP),
    /** The miner has served what the session pays for. */
    OVER_SERVICED(FaultCause.OVER_SERVICED, NextStep.OTHER_SUPPLIER),
    /** The supplier is staked for the service, but its miner does not serve it. */
    SERVICE_NOT_SERVED(FaultCause.SERVER_ERROR, NextStep.OTHER_SUPPLIER),
    /** The miner got no answer of its backend in time. */
    BACKEND_TIMEOUT(FaultCause.SERVER_ERROR, NextStep.OTHER_SUPPLIER),
    /** The miner or its backend is broken. */
    MINER_BROKEN(FaultCause.SERVER_ERROR, NextStep.OTHER_SUPPLIER),
    /** The miner is alive, but not now. */
    MINER_BUSY(FaultCause.OVERLOADED, NextStep.BACK_OFF),
    /** The miner reports an error that is not known here. */
    UNKNOWN_ERROR(FaultCause.ERROR_IN_OK, NextStep.OTHER_SUPPLIER),

    /** The reply is no relay response. */
    NOT_A_RESPONSE(FaultCause.MALFORMED, NextStep.OTHER_SUPPLIER),
    /** The miner redirects, which is never followed. */
    REDIRECTED(FaultCause.REDIRECT, NextStep.OTHER_SUPPLIER),
    /** The reply is empty. */
    NO_CONTENT(FaultCause.EMPTY, NextStep.RETRY),
    /** The reply is signed, but what it carries is no HTTP answer. */
    PAYLOAD_MALFORMED(FaultCause.MALFORMED, NextStep.OTHER_SUPPLIER),
    /** The reply has no signature. */
    UNSIGNED(FaultCause.UNVERIFIED, NextStep.OTHER_SUPPLIER),
    /** The signature is not the supplier's, or not for this reply. */
    SIGNATURE_INVALID(FaultCause.UNVERIFIED, NextStep.OTHER_SUPPLIER),
    /** The payload is not the one whose hash was signed. */
    PAYLOAD_SWAPPED(FaultCause.UNVERIFIED, NextStep.OTHER_SUPPLIER),
    /** The reply was signed for another session, or for none. */
    SESSION_DIFFERS(FaultCause.UNVERIFIED, NextStep.OTHER_SUPPLIER),
    /** A stream of signed batches ends within a batch. */
    STREAM_CUT(FaultCause.STREAM_CUT, NextStep.RETRY);

    private final FaultCause cause;
    private final NextStep next;

    Rejection(FaultCause cause, NextStep next) {
        this.cause = cause;
        this.next = next;
    }

    /** Returns how the relay ends. */
    public FaultCause cause() {
        return cause;
    }

    /** Returns what helps. */
    public NextStep next() {
        return next;
    }
}
