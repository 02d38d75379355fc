package network.pokt.mlqos.token;

import java.text.Normalizer;
import java.util.BitSet;

/**
 * Unicode Normalization Form C as Hugging Face's {@code tokenizers} has it, which is that of Unicode 9.0: marks and
 * compositions that came later are left where they are. The same on every JDK.
 */
final class Composition implements Normalization {

    /**
     * Code points after Unicode 9.0 that compose or change places, up to Unicode 16.0, in hexadecimal. Derived from the
     * Unicode Character Database (DerivedAge, combining classes, decompositions); a test compares with the native library.
     */
    private static final String LATER = """
            7FD 897-89F 8CA-8D3 9FE C3C D3B-D3C EBA 1715 1ABF-1ACE 1DF6-1DFA A82C 105C9 105D2 105DA 105E4 10D24-10D27
            10D69-10D6D 10EAB-10EAC 10EFD-10EFF 10F46-10F50 10F82-10F85 11070 1133B 11382-11385 1138B 1138E 11390-11391
            113C2 113C5 113C7-113C8 113CE-113D0 1145E 11839-1183A 11935 11938 1193D-1193E 11943 119E0 11A34 11A47 11A99
            11D42 11D44-11D45 11D97 11F41-11F42 1611E 16121-16129 1612F 16D63 16D67-16D6A 16FF0-16FF1 1E08F 1E130-1E136
            1E2AE 1E2EC-1E2EF 1E4EC-1E4EF 1E5EE-1E5EF""";

    private static final int HEXADECIMAL = 16;

    private final BitSet later = new BitSet();

    Composition() {
        for (String range : LATER.split("\\s", -1)) {
            String[] ends = range.split("-", 2);
            int first = Integer.parseInt(ends[0], HEXADECIMAL);
            later.set(first, Integer.parseInt(ends[ends.length - 1], HEXADECIMAL) + 1);
        }
    }

    @Override
    public char[] normalized(char[] text, int from, int to) {
        return isPlain(text, from, to)
                ? text
                : of(new String(text, from, to - from)).toCharArray();
    }

    /** Returns whether a part of a text is certainly in composed form, because it has no mark and nothing that composes. */
    static boolean isPlain(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isInert(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Latin, Cyrillic, punctuation, kana, ideographs, Hangul syllables and full-width forms, without their marks. */
    static boolean isInert(char c) {
        return c < 0x300
                || (c >= 0x400 && c <= 0x482)
                || (c >= 0x2010 && c <= 0x2027)
                || (c >= 0x3001 && c <= 0x3029)
                || (c >= 0x3041 && c <= 0x3096)
                || (c >= 0x30A0 && c <= 0x30FF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xFF01 && c <= 0xFF60);
    }

    /** Returns the composed form. A code point that came later ends what is before it, as a letter without marks does. */
    String of(String text) {
        StringBuilder composed = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (cameLater(c)) {
                composed.append(Normalizer.normalize(text.substring(from, i), Normalizer.Form.NFC))
                        .appendCodePoint(c);
                from = i + Character.charCount(c);
            }
        }
        if (from == 0) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        return composed.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFC))
                .toString();
    }

    /** A newer JDK may know marks that are in no table here; they are later ones too. */
    private boolean cameLater(int c) {
        return later.get(c)
                || (CodePointClasses.UNICODE_16.of(c) == CodePointClasses.OTHER
                        && (Character.isLetter(c) || isMark(c)));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
