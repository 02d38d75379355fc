package network.pokt.mlqos.relay.supplier.conformance;

/** How an item of a conformance check ended. */
public enum Verdict {
    /** The node does what is needed. */
    MET,
    /** The node does not, and tasks that need it cannot be run on it; others can. */
    LACKING,
    /** The node does not, and nothing can be measured on it. */
    FAILED,
    /** It could not be found out, because something before it is missing. */
    UNKNOWN
}
