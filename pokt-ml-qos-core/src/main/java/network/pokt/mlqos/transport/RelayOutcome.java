package network.pokt.mlqos.transport;

/** What became of a relay: an answer of any status, or a failure with its cause. */
public sealed interface RelayOutcome permits RelayResponse, RelayFailure {

    /** Returns when the parts of the answer, as far as there was one, arrived. */
    RelayTiming timing();
}
