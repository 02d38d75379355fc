package network.pokt.mlqos.signature;

import network.pokt.mlqos.transport.RelayFailure;

/** What came of asking a node: an answer that can be compared, or a fault, which is no evidence about its model. */
public sealed interface Probed<T> {

    /** A usable answer. */
    record Answered<T>(T value) implements Probed<T> {}

    /** No usable answer, and why. */
    record Failed<T>(RelayFailure failure) implements Probed<T> {}
}
