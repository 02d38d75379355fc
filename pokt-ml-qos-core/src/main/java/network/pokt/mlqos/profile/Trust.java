package network.pokt.mlqos.profile;

/** Whether a node is believed to be what it claims. */
public enum Trust {
    /** Measured often enough, and no alarm stands against it. */
    TRUSTED,
    /** Not measured often enough to say; that is no accusation. */
    UNPROVEN,
    /** An alarm stands against it. */
    SUSPECT
}
