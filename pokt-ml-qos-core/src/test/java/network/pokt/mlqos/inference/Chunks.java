package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Cuts bytes the way a network does: anywhere, and into any kind of buffer. */
final class Chunks {

    private Chunks() {}

    static List<ByteBuffer> of(byte[] bytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int largest = 1 + random.nextInt(1 + bytes.length);
        List<ByteBuffer> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + random.nextInt(largest + 1));
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            chunks.add(random.nextBoolean() ? ByteBuffer.wrap(part).asReadOnlyBuffer() : direct(part));
            from = to;
        }
        return chunks;
    }

    private static ByteBuffer direct(byte[] part) {
        return ByteBuffer.allocateDirect(part.length).put(part).flip();
    }
}
