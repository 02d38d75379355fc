package network.pokt.mlqos.relay.shannon;

import java.util.HexFormat;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Ecdsa;
import org.jspecify.annotations.Nullable;

/**
 * The public key of an account: a point of secp256k1. Immutable and thread-safe.
 *
 * <p>An account's key never changes, so whoever has it may keep it for ever.
 */
public final class PocketPublicKey {

    /** A compressed point: its parity and its x coordinate. */
    public static final int ENCODED_BYTES = CurvePoint.ENCODED_BYTES;

    private final CurvePoint point;

    PocketPublicKey(CurvePoint point) {
        this.point = point;
    }

    /**
     * Returns the key with this compressed encoding.
     *
     * @throws IllegalArgumentException if these are not 33 bytes or no point of the curve
     */
    public static PocketPublicKey of(byte[] compressed) {
        if (compressed.length != ENCODED_BYTES) {
            throw new IllegalArgumentException("A compressed public key has " + ENCODED_BYTES + " bytes, got "
                    + compressed.length + "; do not give the uncompressed form.");
        }
        CurvePoint point = CurvePoint.decode(compressed, 0);
        if (point == null) {
            throw new IllegalArgumentException("The public key "
                    + HexFormat.of().formatHex(compressed) + " is no point of secp256k1, check where it comes from.");
        }
        return new PocketPublicKey(point);
    }

    CurvePoint point() {
        return point;
    }

    /** Returns the 33 bytes of the compressed point. */
    public byte[] toByteArray() {
        return point.encode();
    }

    /** Returns the account's address: bech32 with the prefix {@code pokt} of the key's RIPEMD-160 of SHA-256. */
    public String address() {
        return PocketAddress.of(point.encode());
    }

    /**
     * Returns whether {@code signature} is this key's for {@code message}, by the rules of cosmos-sdk: 64 bytes, R then S, the
     * digest is the SHA-256 of the message, and of the two values of S that fit only the lower counts.
     */
    public boolean verify(byte[] message, byte[] signature) {
        return Ecdsa.verify(point, Digests.sha256(message), signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PocketPublicKey key && point.equals(key.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    /** Returns the compressed point in hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(point.encode());
    }
}
