package network.pokt.mlqos.metric;

import java.util.Arrays;

/** A set of code points, given as ranges in ascending order. Immutable. */
final class CodePointRanges {

    private final int[] firsts;
    private final int[] lasts;

    /** Takes pairs of a first and a last code point, both included. */
    CodePointRanges(int... firstAndLast) {
        int count = firstAndLast.length / 2;
        firsts = new int[count];
        lasts = new int[count];
        for (int i = 0; i < count; i++) {
            firsts[i] = firstAndLast[2 * i];
            lasts[i] = firstAndLast[2 * i + 1];
        }
    }

    boolean contains(int codePoint) {
        int found = Arrays.binarySearch(firsts, codePoint);
        int range = found >= 0 ? found : -found - 2;
        return range >= 0 && codePoint <= lasts[range];
    }
}
