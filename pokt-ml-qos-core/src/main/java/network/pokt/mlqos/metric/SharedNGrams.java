package network.pokt.mlqos.metric;

import java.util.List;

/**
 * How many n-grams a text shares with others, order by order.
 *
 * <p>N-grams are numbered, not hashed: one of order n + 1 is the number of its first n symbols and its last symbol. Counts are
 * exact, and an n-gram costs one look-up whatever its length. Text 0 is the prediction, the others are its references. Not
 * thread-safe.
 */
final class SharedNGrams {

    private final int[][] symbols;
    private final int[][] grams;
    private final PairNumbers numbers;
    private int order;

    /** Compares texts that consist of these symbols, at order zero. */
    SharedNGrams(int[][] symbols) {
        this.symbols = symbols;
        this.grams = new int[symbols.length][];
        int total = 0;
        for (int text = 0; text < symbols.length; text++) {
            grams[text] = new int[symbols[text].length];
            total += symbols[text].length;
        }
        this.numbers = new PairNumbers(total);
    }

    static SharedNGrams ofWords(List<List<String>> texts) {
        return new SharedNGrams(WordNumbers.of(texts));
    }

    /** Goes on to n-grams that are one symbol longer. */
    void advance() {
        numbers.clear();
        order++;
        for (int text = 0; text < symbols.length; text++) {
            int[] own = grams[text];
            int[] symbol = symbols[text];
            for (int i = count(text) - 1; i >= 0; i--) {
                own[i] = numbers.number(own[i], symbol[i + order - 1]);
            }
        }
    }

    /** How many n-grams a text has. */
    int count(int text) {
        return Math.max(0, symbols[text].length - order + 1);
    }

    /** How many n-grams of the prediction have a partner in this reference. */
    int shared(int reference) {
        return shared(tally(0), tally(reference));
    }

    /** How many n-grams of the prediction have a partner in the reference that has most of them, which may differ by n-gram. */
    int sharedWithAny() {
        int[] most = new int[numbers.size()];
        for (int reference = 1; reference < symbols.length; reference++) {
            int[] tally = tally(reference);
            for (int gram = 0; gram < most.length; gram++) {
                most[gram] = Math.max(most[gram], tally[gram]);
            }
        }
        return shared(tally(0), most);
    }

    private int[] tally(int text) {
        int[] tally = new int[numbers.size()];
        for (int i = count(text) - 1; i >= 0; i--) {
            tally[grams[text][i]]++;
        }
        return tally;
    }

    private static int shared(int[] tally, int[] other) {
        int shared = 0;
        for (int gram = 0; gram < tally.length; gram++) {
            shared += Math.min(tally[gram], other[gram]);
        }
        return shared;
    }
}
