package network.pokt.mlqos.relay.shannon.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import network.pokt.mlqos.transport.Payload;

/**
 * Reads one message in protobuf's wire format. Not thread-safe.
 *
 * <pre>{@code
 * while (in.next()) {
 *     switch (in.field()) {
 *         case 1 -> name = in.string();
 *         default -> in.skip();
 *     }
 * }
 * }</pre>
 *
 * <p>Every fault of the bytes is a {@link MalformedMessageException}, groups among them, which proto3 does not have.
 */
final class ProtoReader {

    private static final int FIXED_64 = 1;
    private static final int FIXED_32 = 5;

    private final String name;
    private final byte[] bytes;
    private final int limit;
    private int position;
    private int field;
    private int wireType;

    private ProtoReader(String name, byte[] bytes, int from, int limit) {
        this.name = name;
        this.bytes = bytes;
        this.position = from;
        this.limit = limit;
    }

    /** Begins the message that {@code bytes} are; {@code name} is what messages of exceptions call it. */
    static ProtoReader of(String name, Payload bytes) {
        return new ProtoReader(name, bytes.toByteArray(), 0, bytes.size());
    }

    /** Goes to the next field; returns false at the end of the message. */
    boolean next() {
        if (position == limit) {
            return false;
        }
        long tag = rawVarint();
        wireType = (int) (tag & 7);
        field = (int) (tag >>> 3);
        if (field == 0 || tag >>> 32 != 0) {
            throw malformed("has the impossible tag " + tag);
        }
        return true;
    }

    int field() {
        return field;
    }

    long varint() {
        expect(ProtoWriter.VARINT);
        return rawVarint();
    }

    /** Reads a uint32, of which protobuf keeps the low 32 bits. */
    int varint32() {
        return (int) varint();
    }

    String string() {
        int from = skipDelimited();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, position - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("has text that is not UTF-8");
        }
    }

    Payload bytes() {
        int from = skipDelimited();
        return Payload.wrap(Arrays.copyOfRange(bytes, from, position), position - from);
    }

    /** Begins the message that the current field holds. */
    ProtoReader message() {
        int from = skipDelimited();
        return new ProtoReader(name, bytes, from, position);
    }

    /** Passes over the current field. */
    void skip() {
        switch (wireType) {
            case ProtoWriter.VARINT -> rawVarint();
            case FIXED_64 -> advance(Long.BYTES);
            case ProtoWriter.LENGTH_DELIMITED -> skipDelimited();
            case FIXED_32 -> advance(Integer.BYTES);
            default -> throw malformed("has a field of the wire type " + wireType);
        }
    }

    private int skipDelimited() {
        expect(ProtoWriter.LENGTH_DELIMITED);
        long length = rawVarint();
        int from = position;
        advance(length);
        return from;
    }

    private void advance(long length) {
        if (length < 0 || length > limit - position) {
            throw malformed("ends within a field");
        }
        position += (int) length;
    }

    private void expect(int type) {
        if (wireType != type) {
            throw malformed("has a field of the wrong wire type " + wireType);
        }
    }

    private long rawVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position == limit) {
                throw malformed("ends within a number");
            }
            byte next = bytes[position++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("has a number of more than ten bytes");
    }

    private MalformedMessageException malformed(String what) {
        return new MalformedMessageException(
                "The " + name + " " + what + " (field " + field + ", byte " + position + "); its sender is at fault.");
    }
}
