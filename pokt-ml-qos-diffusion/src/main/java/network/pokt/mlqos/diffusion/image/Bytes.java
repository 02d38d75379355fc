package network.pokt.mlqos.diffusion.image;

import java.nio.charset.StandardCharsets;

/** Reads numbers of a file, and says so where it ends too early. */
final class Bytes {

    private final byte[] data;

    Bytes(byte[] data) {
        this.data = data;
    }

    byte[] data() {
        return data;
    }

    int size() {
        return data.length;
    }

    int u8(long at) {
        require(at, 1);
        return data[(int) at] & 0xff;
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** A big-endian number of 32 bits. */
    long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** A little-endian number of {@code count} bytes. */
    long little(long at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | u8(at + i);
        }
        return value;
    }

    String ascii(long at, int count) {
        require(at, count);
        return new String(data, (int) at, count, StandardCharsets.ISO_8859_1);
    }

    boolean startsWith(long at, String text) {
        return at >= 0
                && at + text.length() <= data.length
                && ascii(at, text.length()).equals(text);
    }

    void require(long at, long count) {
        if (at < 0 || at + count > data.length) {
            throw new ImageFaultException(
                    ImageFault.TRUNCATED,
                    "The file ends after " + data.length + " bytes, in the" + " middle of something.");
        }
    }
}
