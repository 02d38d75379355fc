package network.pokt.mlqos.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash in a ledger. Immutable; its text is lower-case hexadecimal. */
public final class Digest {

    private static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte LINK = 2;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a hash of 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Digest parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException("A SHA-256 hash has 64 hexadecimal digits in lower case.");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    /** The root of a tree without leaves. */
    static Digest ofNothing() {
        return new Digest(Ids.sha256().digest());
    }

    /** Returns the hash of a leaf of a Merkle tree: a byte 0 and the entry's text in UTF-8. */
    public static Digest ofLeaf(String entry) {
        MessageDigest sha256 = Ids.sha256();
        sha256.update(LEAF);
        return new Digest(sha256.digest(entry.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the hash of an inner node of a Merkle tree: a byte 1 and the hashes of its halves. */
    public static Digest ofNode(Digest left, Digest right) {
        return joined(NODE, left, right);
    }

    /** The next link of a chain: a byte 2, the link before and the leaf. */
    static Digest ofLink(Digest before, Digest leaf) {
        return joined(LINK, before, leaf);
    }

    private static Digest joined(byte kind, Digest left, Digest right) {
        MessageDigest sha256 = Ids.sha256();
        sha256.update(kind);
        sha256.update(left.bytes);
        return new Digest(sha256.digest(right.bytes));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
