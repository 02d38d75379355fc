package network.pokt.mlqos.relay.local;

/** Which of the two relay miners a local one behaves as. */
public enum MinerStyle {
    /**
     * The classic miner (poktroll ab401edc, {@code pkg/relayer}): never streams, closes every connection, and reports errors with
     * status 200 in an unsigned relay response.
     */
    CLASSIC,
    /** The newer one (pocket-relay-miner ad37bcb): streams signed batches, and reports errors as HTTP status and JSON. */
    HA
}
