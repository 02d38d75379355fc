package network.pokt.mlqos.token;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair encoding in Java, for the tokenizers that {@link FastBpeReader} understands. Thread-safe.
 *
 * <p>A text is cut at its added tokens, normalized, cut into words, and each word is merged; words that were seen before
 * are looked up. Time grows with the length of a text, and with n log n for a word of n bytes. A text that was seen word
 * by word allocates its characters once and nothing per token.
 */
final class FastBpe {

    private final AddedTokens rawTokens;
    private final AddedTokens normalizedTokens;
    private final Normalization normalization;
    private final Pretokenizer words;
    private final Symbols symbols;
    private final PairRanks ranks;

    /** Words that are tokens of their own, whatever their merges are. */
    private final Map<String, Integer> unmerged;

    private final WordCache cache = new WordCache();

    FastBpe(
            AddedTokens rawTokens,
            AddedTokens normalizedTokens,
            Normalization normalization,
            Pretokenizer words,
            Symbols symbols,
            PairRanks ranks,
            Map<String, Integer> unmerged) {
        this.rawTokens = rawTokens;
        this.normalizedTokens = normalizedTokens;
        this.normalization = normalization;
        this.words = words;
        this.symbols = symbols;
        this.ranks = ranks;
        this.unmerged = unmerged;
    }

    /** Returns the ids of a text without special tokens around it. */
    int[] encode(String text) {
        return read(text, IdList.keeping()).toArray();
    }

    /** Returns how many ids {@link #encode} gives. */
    long count(String text) {
        return read(text, IdList.counting()).size();
    }

    private IdList read(String text, IdList ids) {
        char[] chars = Utf16.of(text);
        new Reading(ids).raw(chars, chars.length);
        return ids;
    }

    /** One text on its way to its ids. */
    private final class Reading {

        private final IdList ids;
        private @Nullable Merger merger;

        Reading(IdList ids) {
            this.ids = ids;
        }

        /** Cuts at the tokens that are looked for in the text as it is. */
        void raw(char[] text, int to) {
            int from = 0;
            if (!rawTokens.isEmpty()) {
                for (int at = rawTokens.find(text, 0, to); at >= 0; at = rawTokens.find(text, from, to)) {
                    AddedToken token = rawTokens.at(text, at, to);
                    piece(text, from, before(token, text, from, at));
                    ids.add(token.id());
                    from = behind(token, text, at, to);
                }
            }
            piece(text, from, to);
        }

        private void piece(char[] text, int from, int to) {
            if (from == to) {
                return;
            }
            char[] normalized = normalization.normalized(text, from, to);
            if (normalized == text) {
                normalized(text, from, to);
            } else {
                normalized(normalized, 0, normalized.length);
            }
        }

        /** Cuts at the tokens that are looked for in the normalized text. */
        private void normalized(char[] text, int begin, int to) {
            int from = begin;
            if (!normalizedTokens.isEmpty()) {
                for (int at = normalizedTokens.find(text, from, to);
                        at >= 0;
                        at = normalizedTokens.find(text, from, to)) {
                    AddedToken token = normalizedTokens.at(text, at, to);
                    words(text, from, before(token, text, from, at));
                    ids.add(token.id());
                    from = behind(token, text, at, to);
                }
            }
            words(text, from, to);
        }

        private void words(char[] text, int from, int to) {
            int start = from;
            while (start < to) {
                int end = words.wordEnd(text, start, to);
                word(text, start, end);
                start = end;
            }
        }

        private void word(char[] text, int from, int to) {
            if (to - from > WordCache.LONGEST) {
                Merger merged = merger();
                int count = merge(merged, text, from, to);
                ids.add(merged.symbols, count);
                return;
            }
            int hash = WordCache.hash(text, from, to);
            int[] known = cache.find(text, from, to, hash);
            if (known == null) {
                Merger merged = merger();
                int count = merge(merged, text, from, to);
                known = Arrays.copyOf(merged.symbols, count);
                cache.put(text, from, to, hash, known);
            }
            ids.add(known, known.length);
        }

        private int merge(Merger merged, char[] text, int from, int to) {
            int[] room = merged.room(symbols.most(to - from));
            if (!unmerged.isEmpty()) {
                Integer whole = unmerged.get(new String(text, from, to - from));
                if (whole != null) {
                    room[0] = whole;
                    return 1;
                }
            }
            return merged.merge(symbols.write(text, from, to, room));
        }

        private Merger merger() {
            Merger known = merger;
            if (known == null) {
                known = new Merger(ranks);
                merger = known;
            }
            return known;
        }
    }

    /** Returns where the text before a token ends. */
    private static int before(AddedToken token, char[] text, int from, int at) {
        int end = at;
        while (token.lstrip() && end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    /** Returns where the text after a token begins. */
    private static int behind(AddedToken token, char[] text, int at, int to) {
        int begin = at + token.content().length();
        while (token.rstrip() && begin < to && isSpace(text[begin])) {
            begin++;
        }
        return begin;
    }

    private static boolean isSpace(char c) {
        return CodePointClasses.UNICODE_16.of(c) == CodePointClasses.SPACE;
    }
}
