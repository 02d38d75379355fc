package network.pokt.mlqos.template;

/** What becomes of names, attributes and elements that do not exist. */
public enum UndefinedPolicy {
    /** They print as nothing, are false and have no elements; computing with them fails. Jinja's default. */
    LENIENT,
    /** Any use fails but asking whether they are defined. Jinja's {@code StrictUndefined}. */
    STRICT
}
