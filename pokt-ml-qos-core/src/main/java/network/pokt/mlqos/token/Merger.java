package network.pokt.mlqos.token;

import java.util.Arrays;

/**
 * Merges the symbols of one word: always the pair of lowest rank, the leftmost of equals. Not thread-safe; it is made for
 * one text and grows to its longest word.
 */
final class Merger {

    /** Up to here looking at all pairs for each merge is quicker than keeping them in order. */
    private static final int SHORT_WORD = 48;

    private static final int GONE = -1;

    private final PairRanks ranks;

    /** The symbols of the word; after a merge, its tokens. */
    int[] symbols = new int[SHORT_WORD];

    private long[] pairs = new long[SHORT_WORD];
    private int[] previous = new int[0];
    private int[] next = new int[0];
    private long[] heap = new long[0];
    private int heaped;

    Merger(PairRanks ranks) {
        this.ranks = ranks;
    }

    /** Makes room for a word of {@code length} symbols. */
    int[] room(int length) {
        if (symbols.length < length) {
            symbols = new int[length + (length >> 1)];
        }
        return symbols;
    }

    /** Merges the first {@code length} symbols and returns how many tokens are left of them. */
    int merge(int length) {
        return length <= SHORT_WORD ? mergeShort(length) : mergeLong(length);
    }

    private int mergeShort(int length) {
        int n = length;
        for (int i = 0; i + 1 < n; i++) {
            pairs[i] = ranks.find(symbols[i], symbols[i + 1]);
        }
        while (n > 1) {
            int best = 0;
            for (int i = 1; i + 1 < n; i++) {
                // Rank is the upper half; of equal pairs the first stays.
                if (pairs[i] < pairs[best]) {
                    best = i;
                }
            }
            if (pairs[best] == PairRanks.NONE) {
                break;
            }
            symbols[best] = PairRanks.merged(pairs[best]);
            System.arraycopy(symbols, best + 2, symbols, best + 1, n - best - 2);
            System.arraycopy(pairs, best + 1, pairs, best, n - best - 2);
            n--;
            if (best > 0) {
                pairs[best - 1] = ranks.find(symbols[best - 1], symbols[best]);
            }
            if (best + 1 < n) {
                pairs[best] = ranks.find(symbols[best], symbols[best + 1]);
            }
        }
        return n;
    }

    /** Keeps the pairs in a heap, ordered by rank and place, and the symbols in a list: n log n. */
    private int mergeLong(int length) {
        begin(length);
        while (heaped > 0) {
            long top = pop();
            int at = (int) top;
            long pair = pairs[at];
            // A pair whose symbols have changed has another rank by now, or none.
            if (pair == PairRanks.NONE || PairRanks.rank(pair) != (int) (top >>> Integer.SIZE)) {
                continue;
            }
            symbols[at] = PairRanks.merged(pair);
            int gone = next[at];
            int after = next[gone];
            next[at] = after;
            symbols[gone] = GONE;
            pairs[gone] = PairRanks.NONE;
            if (after < length) {
                previous[after] = at;
            }
            rank(at, length);
            if (previous[at] >= 0) {
                rank(previous[at], length);
            }
        }
        int n = 0;
        for (int i = 0; i < length; i = next[i]) {
            symbols[n++] = symbols[i];
        }
        return n;
    }

    private void begin(int length) {
        if (next.length < length) {
            next = new int[length];
            previous = new int[length];
            pairs = new long[Math.max(length, SHORT_WORD)];
        }
        heaped = 0;
        for (int i = 0; i < length; i++) {
            previous[i] = i - 1;
            next[i] = i + 1;
        }
        for (int i = 0; i < length; i++) {
            rank(i, length);
        }
    }

    /** Finds out anew what the symbol at {@code at} merges into with the one after it. */
    private void rank(int at, int length) {
        int right = next[at];
        long pair = right < length ? ranks.find(symbols[at], symbols[right]) : PairRanks.NONE;
        pairs[at] = pair;
        if (pair != PairRanks.NONE) {
            push(((long) PairRanks.rank(pair) << Integer.SIZE) | at);
        }
    }

    private void push(long entry) {
        if (heaped == heap.length) {
            heap = Arrays.copyOf(heap, Math.max(2 * SHORT_WORD, 2 * heap.length));
        }
        int i = heaped++;
        while (i > 0) {
            int parent = (i - 1) >> 1;
            if (heap[parent] <= entry) {
                break;
            }
            heap[i] = heap[parent];
            i = parent;
        }
        heap[i] = entry;
    }

    private long pop() {
        long top = heap[0];
        long last = heap[--heaped];
        int i = 0;
        while (true) {
            int child = 2 * i + 1;
            if (child >= heaped) {
                break;
            }
            if (child + 1 < heaped && heap[child + 1] < heap[child]) {
                child++;
            }
            if (last <= heap[child]) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}
