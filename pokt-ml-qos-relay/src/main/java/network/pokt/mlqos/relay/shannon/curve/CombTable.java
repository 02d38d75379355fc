package network.pokt.mlqos.relay.shannon.curve;

import java.util.Arrays;

/**
 * The multiples of one point by which a scalar is multiplied in 32 additions and 7 doublings: a signed comb of four blocks
 * with eight teeth at a distance of eight bits. Immutable: 512 points, 40 KB.
 *
 * <p>The scalar's 256 signed bits (see {@link Scalar#signedBits}) lie in 32 bytes. Byte i stands for 2^(8 i) times its value;
 * all bytes are worked off together, from their highest bit to their lowest, doubling in between. Eight bytes at a time make a
 * block: their eight signs choose one of 128 sums of the eight points, or its negative.
 */
public final class CombTable {

    private static final int BLOCKS = 4;
    private static final int TEETH = 8;
    private static final int SPACING = 8;

    /** The sums of a block; the last tooth's sign is taken out of them. */
    private static final int SUMS = 1 << (TEETH - 1);

    private static final int ENTRY = 2 * Field.LIMBS;

    /** Collects the lowest bit of each of eight bytes into one byte. */
    private static final long LOWEST_BITS = 0x0101010101010101L;

    private static final long GATHER = 0x0102040810204080L;

    /** Block by block, entry by entry: the limbs of x, then of y. */
    private final long[] entries = new long[BLOCKS * SUMS * ENTRY];

    private CombTable(CurvePoint point) {
        ProjectivePoint[] sums = new ProjectivePoint[BLOCKS * SUMS];
        ProjectivePoint power = ProjectivePoint.of(point);
        for (int block = 0; block < BLOCKS; block++) {
            ProjectivePoint[] teeth = new ProjectivePoint[TEETH];
            for (int tooth = 0; tooth < TEETH; tooth++) {
                teeth[tooth] = power.copy();
                for (int i = 0; i < SPACING; i++) {
                    power.twice();
                }
            }
            sumUp(teeth, sums, block * SUMS);
        }
        // Of the sums none is infinity: each is an odd multiple, below n, of a point of the prime order n.
        int at = 0;
        for (CurvePoint sum : ProjectivePoint.toAffine(sums)) {
            if (sum == null) {
                throw new IllegalStateException("A multiple of a point became infinity, which none below n can.");
            }
            System.arraycopy(sum.x, 0, entries, at, Field.LIMBS);
            System.arraycopy(sum.y, 0, entries, at + Field.LIMBS, Field.LIMBS);
            at += ENTRY;
        }
    }

    public static CombTable of(CurvePoint point) {
        return new CombTable(point);
    }

    /** Writes the last tooth plus or minus all others, for every choice: bit i of the index says that tooth i is added. */
    private static void sumUp(ProjectivePoint[] teeth, ProjectivePoint[] sums, int from) {
        ProjectivePoint lowest = teeth[TEETH - 1].copy();
        for (int tooth = 0; tooth < TEETH - 1; tooth++) {
            ProjectivePoint minus = teeth[tooth].copy();
            minus.negate();
            lowest.add(minus);
            teeth[tooth].twice();
        }
        sums[from] = lowest;
        for (int index = 1; index < SUMS; index++) {
            int highest = 31 - Integer.numberOfLeadingZeros(index);
            ProjectivePoint sum = sums[from + index - (1 << highest)].copy();
            sum.add(teeth[highest]);
            sums[from + index] = sum;
        }
    }

    /** Returns scalar times the point, in a time that does not depend on the scalar. */
    public Product multiplySecret(Scalar scalar) {
        long[] bits = scalar.signedBits();
        ProjectivePoint sum = new ProjectivePoint();
        long[] x = new long[Field.LIMBS];
        long[] y = new long[Field.LIMBS];
        for (int bit = SPACING - 1; bit >= 0; bit--) {
            for (int block = 0; block < BLOCKS; block++) {
                int digit = digit(bits[block], bit);
                select(block, index(digit), x, y);
                negateIf(digit, y);
                sum.add(x, y);
            }
            if (bit > 0) {
                sum.twice();
            }
        }
        Arrays.fill(bits, 0);
        return new Product(sum);
    }

    /** Returns a times this point plus b times the other, which everybody may know. */
    public Product multiplyAddPublic(Scalar a, CombTable other, Scalar b) {
        long[] aBits = a.signedBits();
        long[] bBits = b.signedBits();
        ProjectivePoint sum = new ProjectivePoint();
        long[] x = new long[Field.LIMBS];
        long[] y = new long[Field.LIMBS];
        for (int bit = SPACING - 1; bit >= 0; bit--) {
            for (int block = 0; block < BLOCKS; block++) {
                addPublic(sum, block, digit(aBits[block], bit), x, y);
                other.addPublic(sum, block, digit(bBits[block], bit), x, y);
            }
            if (bit > 0) {
                sum.twice();
            }
        }
        return new Product(sum);
    }

    private void addPublic(ProjectivePoint sum, int block, int digit, long[] x, long[] y) {
        int at = (block * SUMS + index(digit)) * ENTRY;
        System.arraycopy(entries, at, x, 0, Field.LIMBS);
        System.arraycopy(entries, at + Field.LIMBS, y, 0, Field.LIMBS);
        negateIf(digit, y);
        sum.add(x, y);
    }

    /** Returns one bit of each of the eight bytes of a word. */
    private static int digit(long word, int bit) {
        return (int) (((word >>> bit & LOWEST_BITS) * GATHER) >>> 56);
    }

    /** Returns the sum to take: if the last tooth counts negatively, that of the opposite signs. */
    private static int index(int digit) {
        int opposite = (digit >>> (TEETH - 1)) - 1;
        return (digit ^ opposite) & (SUMS - 1);
    }

    /** Negates y if the last tooth counts negatively. */
    private static void negateIf(int digit, long[] y) {
        long mask = (digit >>> (TEETH - 1)) - 1L;
        for (int i = 0; i < Field.LIMBS; i++) {
            y[i] = (y[i] ^ mask) - mask;
        }
    }

    /** Reads every entry of the block and keeps one of them. */
    private void select(int block, int index, long[] x, long[] y) {
        long x0 = 0;
        long x1 = 0;
        long x2 = 0;
        long x3 = 0;
        long x4 = 0;
        long y0 = 0;
        long y1 = 0;
        long y2 = 0;
        long y3 = 0;
        long y4 = 0;
        long[] e = entries;
        int at = block * SUMS * ENTRY;
        for (int i = 0; i < SUMS; i++) {
            long mask = ((long) (i ^ index) - 1) >> 63;
            x0 |= e[at] & mask;
            x1 |= e[at + 1] & mask;
            x2 |= e[at + 2] & mask;
            x3 |= e[at + 3] & mask;
            x4 |= e[at + 4] & mask;
            y0 |= e[at + 5] & mask;
            y1 |= e[at + 6] & mask;
            y2 |= e[at + 7] & mask;
            y3 |= e[at + 8] & mask;
            y4 |= e[at + 9] & mask;
            at += ENTRY;
        }
        x[0] = x0;
        x[1] = x1;
        x[2] = x2;
        x[3] = x3;
        x[4] = x4;
        y[0] = y0;
        y[1] = y1;
        y[2] = y2;
        y[3] = y3;
        y[4] = y4;
    }
}
