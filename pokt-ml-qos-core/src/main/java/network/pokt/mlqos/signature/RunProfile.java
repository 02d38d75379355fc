package network.pokt.mlqos.signature;

/**
 * How often a text has each run of one and of two characters, its two ends included: what a model's way of writing shows in
 * however few words. Two texts are as alike as the angle between their profiles is small.
 */
final class RunProfile {

    /** Runs share places by their hash; so many keep the common ones apart. */
    private static final int PLACES = 1_024;

    /** What a node sends may be longer; this much is looked at. */
    private static final int CHARACTERS = 2_000;

    private static final char BEGIN = '\u0002';
    private static final char END = '\u0003';

    private final double[] shares = new double[PLACES];

    RunProfile(String text) {
        String marked = BEGIN + text.substring(0, Math.min(CHARACTERS, text.length())) + END;
        double[] counts = new double[PLACES];
        for (int i = 0; i < marked.length(); i++) {
            counts[place(marked.charAt(i), 0)]++;
            if (i > 0) {
                counts[place(marked.charAt(i - 1), marked.charAt(i))]++;
            }
        }
        double squares = 0;
        for (double count : counts) {
            squares += count * count;
        }
        for (int i = 0; i < PLACES; i++) {
            shares[i] = counts[i] / Math.sqrt(squares);
        }
    }

    private static int place(int first, int second) {
        // Fibonacci hashing: the high bits of a product with 2^32 over the golden ratio.
        return ((first * 31_337 + second) * 0x9E3779B9) >>> 22;
    }

    /** Returns the cosine of the angle between two profiles: 1 for equal texts, 0 for texts that share no run. */
    double alike(RunProfile other) {
        double sum = 0;
        for (int i = 0; i < PLACES; i++) {
            sum += shares[i] * other.shares[i];
        }
        return sum;
    }
}
