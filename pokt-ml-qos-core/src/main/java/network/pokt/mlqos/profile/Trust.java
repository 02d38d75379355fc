package network.pokt.mlqos.profile;

/** Whether a node is believed to be what it claims. */
public enum Trust {
    /** Measured often enough on at least one task, and no alarm doubts what it claims. */
    TRUSTED,
    /** Not measured often enough to say; that is no accusation. */
    UNPROVEN,
    /** An alarm {@linkplain Alarm.Kind#doubtsClaim() doubts} what it claims to serve or to bill. */
    SUSPECT
}
