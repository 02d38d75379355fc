package network.pokt.mlqos.relay.shannon.curve;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The nonces of RFC 6979, section 3.2, with HMAC-SHA-256; forgotten on close.
 *
 * <p>HMAC is spelled out, because the platform's keeps copies of the key that nobody can erase.
 */
final class DeterministicNonces implements AutoCloseable {

    private static final int HASH_BYTES = 32;
    private static final int BLOCK_BYTES = 64;

    private final MessageDigest sha256;
    private byte[] k = new byte[HASH_BYTES];
    private byte[] v = new byte[HASH_BYTES];

    DeterministicNonces(Scalar key, Scalar digest) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
        byte[] seed = new byte[2 * Scalar.BYTES];
        key.encode(seed, 0);
        digest.encode(seed, Scalar.BYTES);
        Arrays.fill(v, (byte) 1);
        update((byte) 0, seed);
        update((byte) 1, seed);
        Arrays.fill(seed, (byte) 0);
    }

    /** Returns the next nonce, neither 0 nor n or more; the caller erases it. */
    Scalar next() {
        while (true) {
            v = hmac(v);
            Scalar nonce = Scalar.isCanonical(v, 0) ? Scalar.reduced(v, 0) : Scalar.ZERO;
            byte[] used = v;
            update((byte) 0, new byte[0]);
            Arrays.fill(used, (byte) 0);
            if (!nonce.isZero()) {
                return nonce;
            }
        }
    }

    private void update(byte separator, byte[] seed) {
        byte[] former = k;
        k = hmac(v, new byte[] {separator}, seed);
        Arrays.fill(former, (byte) 0);
        v = hmac(v);
    }

    private byte[] hmac(byte[]... parts) {
        byte[] pad = Arrays.copyOf(k, BLOCK_BYTES);
        mask(pad, 0x36);
        sha256.update(pad);
        for (byte[] part : parts) {
            sha256.update(part);
        }
        byte[] inner = sha256.digest();
        mask(pad, 0x36 ^ 0x5c);
        sha256.update(pad);
        Arrays.fill(pad, (byte) 0);
        return sha256.digest(inner);
    }

    private static void mask(byte[] pad, int value) {
        for (int i = 0; i < pad.length; i++) {
            pad[i] ^= (byte) value;
        }
    }

    @Override
    public void close() {
        Arrays.fill(k, (byte) 0);
        Arrays.fill(v, (byte) 0);
    }
}
