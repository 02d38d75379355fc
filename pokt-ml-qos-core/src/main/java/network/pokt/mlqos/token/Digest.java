package network.pokt.mlqos.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of values that cannot run into each other: numbers are big-endian, texts carry their length. Not thread-safe. */
final class Digest {

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Adds 4 bytes. */
    Digest add(int value) {
        sha256.update(number.clear().putInt(value).flip());
        return this;
    }

    /** Adds 8 bytes. */
    Digest add(double value) {
        sha256.update(number.clear().putDouble(value).flip());
        return this;
    }

    /** Adds the number of bytes of a text in UTF-8, as 4 bytes, and those bytes. */
    Digest add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8.length);
        sha256.update(utf8);
        return this;
    }

    /** Returns the hash in 64 hexadecimal digits and begins anew. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
