package network.pokt.mlqos.relay.shannon.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import network.pokt.mlqos.transport.Payload;

/**
 * Writes one message in protobuf's wire format. Not thread-safe.
 *
 * <p>The caller gives the fields in ascending order. As in proto3, a zero or empty value is left out.
 */
final class ProtoWriter {

    static final int VARINT = 0;
    static final int LENGTH_DELIMITED = 2;

    private byte[] bytes = new byte[128];
    private int size;

    ProtoWriter varint(int field, long value) {
        if (value != 0) {
            tag(field, VARINT);
            varint(value);
        }
        return this;
    }

    ProtoWriter string(int field, String value) {
        return value.isEmpty() ? this : element(field, value);
    }

    ProtoWriter strings(int field, Iterable<String> values) {
        values.forEach(value -> element(field, value));
        return this;
    }

    ProtoWriter bytes(int field, Payload value) {
        if (!value.isEmpty()) {
            begin(field, value.size());
            value.buffer().get(bytes, size, value.size());
            size += value.size();
        }
        return this;
    }

    /** Writes a message, an empty one too: whether it is there is a fact of its own. */
    ProtoWriter message(int field, ProtoWriter message) {
        begin(field, message.size);
        System.arraycopy(message.bytes, 0, bytes, size, message.size);
        size += message.size;
        return this;
    }

    /** Ends the message and gives its bytes away. */
    Payload toPayload() {
        return Payload.wrap(bytes, size);
    }

    /** Elements of a list are written even when they are empty. */
    private ProtoWriter element(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        begin(field, utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    private void begin(int field, int length) {
        tag(field, LENGTH_DELIMITED);
        varint(length);
        reserve(length);
    }

    private void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    private void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, 1 << 30)));
        }
    }
}
