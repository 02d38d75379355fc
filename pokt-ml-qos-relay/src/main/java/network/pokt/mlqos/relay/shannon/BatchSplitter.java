package network.pokt.mlqos.relay.shannon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import network.pokt.mlqos.transport.Payload;

/**
 * Takes a stream apart at the delimiter that the newer miner puts between signed batches (pocket-relay-miner ad37bcb,
 * {@code relayer/http_stream.go}). Not thread-safe.
 */
final class BatchSplitter {

    private static final byte[] DELIMITER = "||POKT_STREAM||".getBytes(StandardCharsets.US_ASCII);

    /** A batch has up to 100 kB or one line of 256 kB, and usually one token. */
    private static final int FIRST_ROOM = 2 * 1024;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int size;
    private int searched;

    /** Takes more of the stream, and hands on every batch that it completes. */
    void add(ByteBuffer more, Consumer<Payload> batches) {
        int length = more.remaining();
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        more.get(bytes, size, length);
        size += length;
        int begin = 0;
        for (int at = delimiter(searched); at >= 0; at = delimiter(begin)) {
            batches.accept(Payload.of(Arrays.copyOfRange(bytes, begin, at)));
            begin = at + DELIMITER.length;
        }
        System.arraycopy(bytes, begin, bytes, 0, size - begin);
        size -= begin;
        // The end may be the beginning of a delimiter.
        searched = Math.max(0, size - DELIMITER.length + 1);
    }

    /** Returns what came after the last delimiter. */
    Payload rest() {
        return Payload.of(Arrays.copyOf(bytes, size));
    }

    private int delimiter(int from) {
        for (int at = from; at <= size - DELIMITER.length; at++) {
            if (Arrays.equals(bytes, at, at + DELIMITER.length, DELIMITER, 0, DELIMITER.length)) {
                return at;
            }
        }
        return -1;
    }
}
