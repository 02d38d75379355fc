package network.pokt.mlqos.relay.shannon;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Hashing.Challenge;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Signs for one ring with the key of one of its members, fast: everything that is multiplied is a point fixed by the ring, and
 * its multiples are computed once.
 *
 * <pre>{@code
 * RingSigner signer = RingSigner.of(key, Ring.of(application, gateways));
 * ShannonRequest signed = request.signed(signer.sign(request.signableHash()));
 * }</pre>
 *
 * <p>Making one takes milliseconds, and its tables 40 KB for each distinct key twice and once more for the key image, so keep
 * it for as long as the ring lasts; a {@link RingSigners} does.
 *
 * <p>The private key and the nonce u, which would give it away, go through constant-time arithmetic only. The other members'
 * scalars do not: they are in the signature. Who watches this process closely may so learn which member signs. Thread-safe.
 */
public final class RingSigner {

    /** Enough for the JVM's second compiler to have come to all of the arithmetic. */
    private static final int WARM_UP_SIGNATURES = 500;

    private final Ring ring;
    private final PocketPrivateKey key;
    private final int signer;
    private final TabledRing arithmetic;

    /** What is the same in all signatures: everything but the numbers. */
    private final byte[] skeleton;

    private final SecureRandom random = new SecureRandom();

    private RingSigner(PocketPrivateKey key, Ring ring, int signer, TabledRing arithmetic) {
        this.key = key;
        this.ring = ring;
        this.signer = signer;
        this.arithmetic = arithmetic;
        this.skeleton = skeleton(ring, arithmetic.keyImage());
    }

    private static byte[] skeleton(Ring ring, CurvePoint keyImage) {
        int size = ring.keys().size();
        byte[] skeleton = new byte[SignatureLayout.length(size)];
        ByteBuffer.wrap(skeleton).putInt(size);
        keyImage.encode(skeleton, SignatureLayout.KEY_IMAGE);
        for (int member = 0; member < size; member++) {
            ring.keys().get(member).point().encode(skeleton, SignatureLayout.key(member));
        }
        return skeleton;
    }

    /**
     * Returns a signer that uses this key, which stays the caller's to destroy.
     *
     * @throws IllegalArgumentException if the key's public half is not in the ring
     * @throws IllegalStateException if the key is destroyed
     */
    public static RingSigner of(PocketPrivateKey key, Ring ring) {
        int signer = ring.keys().indexOf(key.publicKey());
        if (signer < 0) {
            throw new IllegalArgumentException("The key of " + key.publicKey().address()
                    + " is not in the ring, sign with the application's or a gateway's.");
        }
        Scalar secret = key.copySecret();
        try {
            return new RingSigner(key, ring, signer, new TabledRing(ring, signer, secret));
        } finally {
            secret.erase();
        }
    }

    public Ring ring() {
        return ring;
    }

    /**
     * Returns a new signature that verifies with every known implementation.
     *
     * <p>One in some hundred tries has a challenge that Pocket's two backends read differently; it is thrown away.
     *
     * @param message32 the 32 bytes to sign, a hash
     * @throws IllegalArgumentException if there are not 32 bytes
     * @throws IllegalStateException if the key is destroyed
     */
    public byte[] sign(byte[] message32) {
        return sign(message32, () -> Scalar.random(random));
    }

    byte[] sign(byte[] message32, Supplier<Scalar> scalars) {
        RingArithmetic.checkMessage(message32);
        while (true) {
            Attempt attempt = attempt(message32, scalars);
            if (attempt != null && !attempt.backendsDisagree) {
                return attempt.signature.toByteArray();
            }
        }
    }

    /** A signature, and whether one of its challenges is short. */
    record Attempt(Payload signature, boolean backendsDisagree) {}

    /**
     * Signs once with these scalars: the nonce u, then s of each member after the signer, around the ring.
     *
     * @return null if a challenge is none
     */
    @Nullable
    Attempt attempt(byte[] message, Supplier<Scalar> scalars) {
        int size = arithmetic.size();
        byte[] signature = skeleton.clone();
        Scalar u = scalars.get();
        try {
            Challenge challenge = arithmetic.begin(message, signer, u);
            boolean backendsDisagree = false;
            for (int step = 1; ; step++) {
                if (challenge == null || challenge.value() == null) {
                    return null;
                }
                Scalar c = challenge.value();
                backendsDisagree |= challenge.isShort();
                int member = (signer + step) % size;
                if (member == 0) {
                    c.encode(signature, SignatureLayout.C0);
                }
                if (member == signer) {
                    close(u, c).encode(signature, SignatureLayout.s(member));
                    return new Attempt(Payload.wrap(signature, signature.length), backendsDisagree);
                }
                Scalar s = scalars.get();
                s.encode(signature, SignatureLayout.s(member));
                challenge = arithmetic.next(message, member, s, c);
            }
        } finally {
            u.erase();
        }
    }

    /** Returns s = u - c x for the signer, which closes the ring. */
    private Scalar close(Scalar u, Scalar c) {
        Scalar x = key.copySecret();
        Scalar cx = c.multiply(x);
        Scalar minus = cx.negate();
        try {
            return u.add(minus);
        } finally {
            x.erase();
            cx.erase();
            minus.erase();
        }
    }

    /**
     * Returns what {@link RingSignature#verify} returns, sooner if the signature is one of this signer's.
     *
     * @throws IllegalArgumentException if the message does not have 32 bytes
     */
    public boolean verify(byte[] message32, byte[] signature) {
        RingArithmetic.checkMessage(message32);
        if (!isOfOurs(signature)) {
            return RingSignature.verify(message32, signature);
        }
        try {
            SignatureLayout.check(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return arithmetic.closes(message32, signature);
    }

    /** Returns whether all points are ours, so that the tables are for them. */
    private boolean isOfOurs(byte[] signature) {
        byte[] ours = skeleton;
        if (signature.length != ours.length) {
            return false;
        }
        boolean same = equal(signature, ours, 0, SignatureLayout.C0)
                && equal(signature, ours, SignatureLayout.KEY_IMAGE, CurvePoint.ENCODED_BYTES);
        for (int member = 0; member < arithmetic.size(); member++) {
            same &= equal(signature, ours, SignatureLayout.key(member), CurvePoint.ENCODED_BYTES);
        }
        return same;
    }

    private static boolean equal(byte[] a, byte[] b, int offset, int length) {
        return Arrays.equals(a, offset, offset + length, b, offset, offset + length);
    }

    /**
     * Signs and verifies until the JVM has compiled the arithmetic, so that the first relay does not wait for it; takes a third of a
     * second of CPU, and then the first signature half a millisecond instead of nine.
     */
    public void warmUp() {
        byte[] message = new byte[Scalar.BYTES];
        for (int i = 0; i < WARM_UP_SIGNATURES; i++) {
            byte[] signature = sign(message);
            if (!verify(message, signature)) {
                throw new IllegalStateException("A signature of our own did not verify; the JVM computes wrongly.");
            }
        }
    }
}
