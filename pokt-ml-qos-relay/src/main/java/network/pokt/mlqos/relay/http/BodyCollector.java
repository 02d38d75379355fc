package network.pokt.mlqos.relay.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.transport.Payload;

/**
 * Collects the body of one answer into one array. Not thread-safe.
 *
 * <p>The array starts at the announced length if that is small and grows with what really arrives: a node that announces
 * much and sends little costs little.
 */
final class BodyCollector {

    /** An announced length up to here is allocated at once; most answers fit and are then never copied again. */
    static final int TRUSTED_LENGTH = 64 * 1024;

    /** Where an answer of unknown length starts. */
    private static final int FIRST_GUESS = 2 * 1024;

    private final int limit;
    private byte[] bytes;
    private int size;

    /** Begins a body of {@code announced} bytes, or of unknown length if negative, that may have {@code limit} bytes. */
    BodyCollector(long announced, int limit) {
        this.limit = limit;
        long first = announced < 0 ? FIRST_GUESS : Math.min(announced, TRUSTED_LENGTH);
        this.bytes = new byte[(int) Math.min(first, limit)];
    }

    /** Takes what is in {@code buffers} unless the whole would be longer than the limit; returns whether it was taken. */
    boolean add(List<ByteBuffer> buffers, int length) {
        if (length > limit - size) {
            return false;
        }
        if (length > bytes.length - size) {
            long doubled = Math.max(2L * bytes.length, (long) size + length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, limit));
        }
        for (ByteBuffer buffer : buffers) {
            int count = buffer.remaining();
            buffer.get(bytes, size, count);
            size += count;
        }
        return true;
    }

    int size() {
        return size;
    }

    /** Returns a read-only view of everything from {@code offset} on. */
    ByteBuffer from(int offset) {
        return ByteBuffer.wrap(bytes, offset, size - offset).slice().asReadOnlyBuffer();
    }

    /** Ends the collection and gives the array away. */
    Payload toPayload() {
        return Payload.wrap(bytes, size);
    }
}
