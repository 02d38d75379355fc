package network.pokt.mlqos.inference;

import network.pokt.mlqos.transport.RelayFailure;

/** What an answer on the wire turned out to be: a well-formed answer, or a fault with its cause. */
public sealed interface Decoded<T> {

    /** A well-formed answer. */
    record Ok<T>(T answer) implements Decoded<T> {}

    /** No usable answer, and why. */
    record Fault<T>(RelayFailure failure) implements Decoded<T> {}
}
