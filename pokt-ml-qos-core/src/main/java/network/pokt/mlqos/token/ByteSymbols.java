package network.pokt.mlqos.token;

import java.util.Map;
import java.util.Optional;

/** The bytes of UTF-8, each a token: what byte-level models begin with. */
final class ByteSymbols implements Symbols {

    private static final int BYTES = 256;
    private static final int MOST_PER_CHAR = 3;

    private final int[] ids;

    /** Creates symbols from the ids of all 256 bytes. */
    ByteSymbols(int... ids) {
        this.ids = ids;
    }

    /** Returns the symbols of a vocabulary, if it has all bytes. */
    static Optional<ByteSymbols> of(Map<String, Integer> vocabulary) {
        int[] ids = new int[BYTES];
        for (int b = 0; b < BYTES; b++) {
            Integer id = vocabulary.get(String.valueOf(spelling(b)));
            if (id == null) {
                return Optional.empty();
            }
            ids[b] = id;
        }
        return Optional.of(new ByteSymbols(ids));
    }

    /**
     * Returns the character that GPT-2 writes for a byte: itself if it is visible in Latin-1, otherwise the next free one
     * from U+0100 on.
     */
    static char spelling(int b) {
        return (char) (isVisible(b) ? b : BYTES + hiddenBefore(b));
    }

    private static boolean isVisible(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    }

    private static int hiddenBefore(int b) {
        int hidden = 0;
        for (int i = 0; i < b; i++) {
            hidden += isVisible(i) ? 0 : 1;
        }
        return hidden;
    }

    @Override
    public int most(int characters) {
        return MOST_PER_CHAR * characters;
    }

    @Override
    public int write(char[] text, int from, int to, int[] out) {
        return write(text, from, to, out, 0);
    }

    /** Writes the symbols from {@code begin} on and returns how many they are. */
    int write(char[] text, int from, int to, int[] out, int begin) {
        int n = begin;
        for (int i = from; i < to; i++) {
            int c = text[i];
            if (c < 0x80) {
                out[n++] = ids[c];
            } else if (c < 0x800) {
                out[n++] = ids[0xC0 | (c >> 6)];
                out[n++] = ids[0x80 | (c & 0x3F)];
            } else if (Character.isHighSurrogate(text[i])) {
                c = Character.toCodePoint(text[i], text[++i]);
                out[n++] = ids[0xF0 | (c >> 18)];
                out[n++] = ids[0x80 | ((c >> 12) & 0x3F)];
                out[n++] = ids[0x80 | ((c >> 6) & 0x3F)];
                out[n++] = ids[0x80 | (c & 0x3F)];
            } else {
                out[n++] = ids[0xE0 | (c >> 12)];
                out[n++] = ids[0x80 | ((c >> 6) & 0x3F)];
                out[n++] = ids[0x80 | (c & 0x3F)];
            }
        }
        return n - begin;
    }
}
