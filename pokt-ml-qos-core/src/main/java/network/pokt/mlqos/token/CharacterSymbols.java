package network.pokt.mlqos.token;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Characters, each a token, and the bytes of those that are none: what SentencePiece models with byte fallback begin with. */
final class CharacterSymbols implements Symbols {

    private static final int BMP = 0x10000;
    private static final int BYTES = 256;
    private static final int MOST_PER_CHAR = 3;
    private static final int NONE = -1;

    private final int[] bmp = new int[BMP];
    private final Map<Integer, Integer> astral = new HashMap<>();
    private final ByteSymbols bytes;

    private CharacterSymbols(Map<String, Integer> vocabulary, ByteSymbols bytes) {
        this.bytes = bytes;
        Arrays.fill(bmp, NONE);
        vocabulary.forEach((token, id) -> {
            if (!token.isEmpty() && token.codePointCount(0, token.length()) == 1) {
                int character = token.codePointAt(0);
                if (character < BMP) {
                    bmp[character] = id;
                } else {
                    astral.put(character, id);
                }
            }
        });
    }

    /** Returns the symbols of a vocabulary, if it has a token for every byte. */
    static Optional<CharacterSymbols> of(Map<String, Integer> vocabulary) {
        int[] ids = new int[BYTES];
        for (int b = 0; b < BYTES; b++) {
            Integer id = vocabulary.get(String.format("<0x%02X>", b));
            if (id == null) {
                return Optional.empty();
            }
            ids[b] = id;
        }
        return Optional.of(new CharacterSymbols(vocabulary, new ByteSymbols(ids)));
    }

    @Override
    public int most(int characters) {
        return MOST_PER_CHAR * characters;
    }

    @Override
    public int write(char[] text, int from, int to, int[] out) {
        int n = 0;
        for (int i = from, length; i < to; i += length) {
            int character = Character.codePointAt(text, i, to);
            length = Character.charCount(character);
            int id = character < BMP ? bmp[character] : astral.getOrDefault(character, NONE);
            if (id == NONE) {
                n += bytes.write(text, i, i + length, out, n);
            } else {
                out[n++] = id;
            }
        }
        return n;
    }
}
