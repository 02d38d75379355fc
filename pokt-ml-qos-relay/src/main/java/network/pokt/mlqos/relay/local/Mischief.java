package network.pokt.mlqos.relay.local;

import network.pokt.mlqos.relay.shannon.message.ShannonResponse;

/** How a local miner spoils its replies, for tests of those who have to notice. Implementations are thread-safe. */
public interface Mischief {

    /** Spoils nothing. */
    Mischief NONE = new Mischief() {};

    /** Returns what the supplier signs instead of {@code reply}. */
    default ShannonResponse beforeSigning(ShannonResponse reply) {
        return reply;
    }

    /** Returns what is sent instead of the signed {@code reply}. */
    default ShannonResponse afterSigning(ShannonResponse reply) {
        return reply;
    }

    /** Returns the bytes that are sent instead of those of one reply or batch. */
    default byte[] onTheWire(byte[] reply) {
        return reply;
    }
}
