package network.pokt.mlqos.relay.shannon.curve;

/**
 * a P + b Q for points without tables, as strangers send them: both scalars in non-adjacent form over the same 256 doublings.
 *
 * <p>Branches and addresses depend on the scalars, so none of them may be a secret.
 */
public final class PublicMultiplication {

    /** Digits are odd and between -15 and 15: 43 additions per scalar on average, for a table of eight points. */
    private static final int WIDTH = 5;

    private static final int ODD_MULTIPLES = 1 << (WIDTH - 2);

    /** A carry may add one digit to the 256. */
    private static final int DIGITS = 257;

    private PublicMultiplication() {}

    /** Returns a times p plus b times q. */
    public static Product multiplyAdd(CurvePoint p, Scalar a, CurvePoint q, Scalar b) {
        ProjectivePoint[] pMultiples = oddMultiples(p);
        ProjectivePoint[] qMultiples = oddMultiples(q);
        byte[] aDigits = digits(a);
        byte[] bDigits = digits(b);
        ProjectivePoint sum = new ProjectivePoint();
        for (int i = DIGITS - 1; i >= 0; i--) {
            sum.twice();
            add(sum, pMultiples, aDigits[i]);
            add(sum, qMultiples, bDigits[i]);
        }
        return new Product(sum);
    }

    private static ProjectivePoint[] oddMultiples(CurvePoint point) {
        ProjectivePoint[] multiples = new ProjectivePoint[ODD_MULTIPLES];
        multiples[0] = ProjectivePoint.of(point);
        ProjectivePoint twice = multiples[0].copy();
        twice.twice();
        for (int i = 1; i < ODD_MULTIPLES; i++) {
            multiples[i] = multiples[i - 1].copy();
            multiples[i].add(twice);
        }
        return multiples;
    }

    private static void add(ProjectivePoint sum, ProjectivePoint[] multiples, byte digit) {
        if (digit > 0) {
            sum.add(multiples[digit / 2]);
        } else if (digit < 0) {
            ProjectivePoint multiple = multiples[-digit / 2];
            multiple.negate();
            sum.add(multiple);
            multiple.negate();
        }
    }

    /** Returns the width-5 non-adjacent form: digit i counts 2^i. */
    private static byte[] digits(Scalar scalar) {
        byte[] bytes = scalar.toByteArray();
        byte[] digits = new byte[DIGITS];
        int carry = 0;
        int bit = 0;
        while (bit < DIGITS) {
            if (bits(bytes, bit, 1) == carry) {
                bit++;
                continue;
            }
            int word = bits(bytes, bit, WIDTH) + carry;
            carry = word >> (WIDTH - 1);
            digits[bit] = (byte) (word - (carry << WIDTH));
            bit += WIDTH;
        }
        return digits;
    }

    /** Returns {@code count} bits from bit {@code from} on, zeros beyond the end. */
    private static int bits(byte[] bigEndian, int from, int count) {
        int value = 0;
        for (int i = from; i < Math.min(from + count, 8 * bigEndian.length); i++) {
            int next = bigEndian[bigEndian.length - 1 - i / 8] >> i % 8 & 1;
            value |= next << (i - from);
        }
        return value;
    }
}
