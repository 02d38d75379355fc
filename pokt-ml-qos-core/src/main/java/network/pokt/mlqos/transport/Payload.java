package network.pokt.mlqos.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable run of bytes: the body of a request or an answer, of which a transport knows nothing but the length. */
public final class Payload {

    private static final Payload EMPTY = new Payload(new byte[0], 0);

    private final byte[] bytes;
    private final int size;

    private Payload(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    public static Payload empty() {
        return EMPTY;
    }

    /** Returns a payload with a copy of {@code bytes}. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone(), bytes.length);
    }

    /** Returns a payload with the UTF-8 bytes of {@code text}. */
    public static Payload of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(utf8, utf8.length);
    }

    /**
     * Returns a payload over the first {@code size} bytes of an array without copying it; the caller gives the array away and
     * must not touch it again.
     */
    public static Payload wrap(byte[] bytes, int size) {
        if (size < 0 || size > bytes.length) {
            throw new IllegalArgumentException(
                    "A payload of " + size + " bytes does not fit an array of " + bytes.length + ".");
        }
        return new Payload(bytes, size);
    }

    /** Returns the number of bytes. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns a copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns the bytes as text, with malformed UTF-8 replaced by U+FFFD. */
    public String utf8() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Returns a reader over the bytes that does not copy them. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    /** Returns a read-only view of the bytes, with a position of its own, that does not copy them. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size).slice().asReadOnlyBuffer();
    }

    /** Writes the bytes to {@code out}. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload p && Arrays.equals(bytes, 0, size, p.bytes, 0, p.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Returns the size only: bodies are private. */
    @Override
    public String toString() {
        return size + " bytes";
    }
}
