package network.pokt.mlqos.relay.shannon;

/** What helps after a {@link Rejection}. */
public enum NextStep {
    /** The same relay to the same supplier may go through now. */
    RETRY,
    /** The same supplier later. */
    BACK_OFF,
    /** Ask the chain for the session; the transport does so by itself, once per relay. */
    REFETCH_SESSION,
    /** Another supplier of the session; this one will say the same for as long as the session lasts. */
    OTHER_SUPPLIER,
    /** Nothing, until the caller changes something. */
    GIVE_UP
}
