package network.pokt.mlqos.transport;

/** Who has to answer for a failed relay. */
public enum Blame {
    /** The node answered wrongly, too late or not at all although it was reached. */
    NODE,
    /** The node was not reached, or the connection was lost before it answered. */
    NETWORK,
    /** The request itself earned the refusal: wrong address, credentials or content. */
    CALLER,
    /** The node is well but declined to serve now: a rate limit or an exhausted session. */
    REFUSED,
    /** We ended or never sent the relay: cancelled, out of budget, out of time, or a defect of ours. */
    OURS
}
