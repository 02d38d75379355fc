package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.relay.shannon.curve.CurvePoint;
import network.pokt.mlqos.relay.shannon.curve.Hashing;
import network.pokt.mlqos.relay.shannon.curve.Hashing.Challenge;
import network.pokt.mlqos.relay.shannon.curve.Product;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import org.jspecify.annotations.Nullable;

/** The multiplications of one ring and one key image; with it one goes around the ring. */
interface RingArithmetic {

    int size();

    /** Returns s G + c P, with P the key of a member. */
    Product left(int member, Scalar s, Scalar c);

    /** Returns s H_p(P) + c I, with I the key image. */
    Product right(int member, Scalar s, Scalar c);

    /** Returns the challenge that follows this member's, null where there is none: at infinity. */
    default @Nullable Challenge next(byte[] message, int member, Scalar s, Scalar c) {
        return challenge(message, left(member, s, c), right(member, s, c));
    }

    static @Nullable Challenge challenge(byte[] message, Product left, Product right) {
        @Nullable CurvePoint[] points = Product.toAffine(left, right);
        CurvePoint l = points[0];
        CurvePoint r = points[1];
        return l == null || r == null ? null : Hashing.challenge(message, l, r);
    }

    /** Returns whether the challenges close: from c0 once around they come to c0 again. */
    default boolean closes(byte[] message, byte[] signature) {
        Scalar first = Scalar.reduced(signature, SignatureLayout.C0);
        Scalar c = first;
        for (int member = 0; member < size(); member++) {
            Scalar s = Scalar.reduced(signature, SignatureLayout.s(member));
            Challenge next = next(message, member, s, c);
            if (next == null || next.value() == null) {
                return false;
            }
            c = next.value();
        }
        return c.sameAs(first);
    }

    /**
     * Takes 32 bytes only.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    static void checkMessage(byte[] message) {
        if (message.length != Scalar.BYTES) {
            throw new IllegalArgumentException(
                    "A ring signs " + Scalar.BYTES + " bytes, got " + message.length + "; hash the message first.");
        }
    }
}
