package network.pokt.mlqos.signature;

/**
 * A way of looking at a node, each look giving a distance: 0 or little where all is as it should be, more where it is
 * not. {@link Distances} computes them.
 */
public enum Signal {
    /** Greedy text against the trusted text: the share of it that is no common prefix, 0 to 1. */
    GREEDY,
    /** The first greedy token of a prompt whose two best tokens nearly tie: 0 if as trusted, 1 if not. */
    BORDER,
    /** The mean distance of the log-probabilities of the trusted endpoint's best first tokens, in nats. */
    FIRST_TOKEN,
    /** The mean distance of the log-probabilities of a given text's tokens, in nats. */
    FORCED,
    /** A scored answer: 0 if right, 1 if wrong. */
    ACCURACY,
    /** Tokens billed beyond those counted, as a share of the counted. */
    BILLING,
    /** The time of an answer, normalised for its length, in any unit that stays the same. */
    LATENCY,
    /** A relay: 0 if answered, 1 if it failed by the node's fault. */
    AVAILABILITY
}
