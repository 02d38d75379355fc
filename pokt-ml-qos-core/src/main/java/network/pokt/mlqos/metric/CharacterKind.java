package network.pokt.mlqos.metric;

/**
 * Whether a code point is punctuation, a symbol or a number by its Unicode general category, on every Java alike.
 *
 * <p>Java 17 knows Unicode 13. Emoji and scripts that came later are listed here as the Python module {@code regex} 2026.9.29
 * classifies them, so that a text has the same words on old and new Java.
 */
final class CharacterKind {

    private static final CodePointRanges LATER_PUNCTUATION = new CodePointRanges(
            0x61d, 0x61d, 0x1b4e, 0x1b4f, 0x1b7d, 0x1b7f, 0x2e53, 0x2e5d, 0x2e60, 0x2e63, 0x10d6e, 0x10d6e, 0x10ed0,
            0x10ed0, 0x10f86, 0x10f89, 0x113d4, 0x113d5, 0x113d7, 0x113d8, 0x116b9, 0x116b9, 0x11b00, 0x11b09, 0x11be1,
            0x11be1, 0x11f43, 0x11f4f, 0x12ff1, 0x12ff2, 0x16d6d, 0x16d6f, 0x1e5ff, 0x1e5ff);

    private static final CodePointRanges LATER_SYMBOLS = new CodePointRanges(
            0x888, 0x888, 0x20c0, 0x20c4, 0x2427, 0x2429, 0x2b96, 0x2b96, 0x2ffc, 0x2fff, 0x31e4, 0x31e5, 0x31ef,
            0x31ef, 0xfbc2, 0xfbd2, 0xfd40, 0xfd4f, 0xfd90, 0xfd91, 0xfdc8, 0xfdcf, 0xfdfe, 0xfdff, 0x10d8e, 0x10d8f,
            0x10ec9, 0x10eca, 0x10ed1, 0x10ed8, 0x1cc00, 0x1ccef, 0x1ccfa, 0x1ccfc, 0x1cd00, 0x1ceb3, 0x1ceba, 0x1ced0,
            0x1ced2, 0x1ced4, 0x1cedd, 0x1cefd, 0x1cf50, 0x1cfc3, 0x1d1e9, 0x1d1ff, 0x1d253, 0x1d25a, 0x1d25d, 0x1d25e,
            0x1d260, 0x1d27f, 0x1db00, 0x1db1c, 0x1f1ae, 0x1f1ae, 0x1f6d8, 0x1f6d9, 0x1f6dc, 0x1f6df, 0x1f774, 0x1f77f,
            0x1f7d9, 0x1f7db, 0x1f7f0, 0x1f7ff, 0x1f8b2, 0x1f8bb, 0x1f8c0, 0x1f8c1, 0x1f8d0, 0x1f8d8, 0x1f979, 0x1f979,
            0x1f9cc, 0x1f9cc, 0x1fa54, 0x1fa57, 0x1fa75, 0x1fa77, 0x1fa7b, 0x1fa7c, 0x1fa87, 0x1fa8f, 0x1faa9, 0x1faaf,
            0x1fab7, 0x1fabf, 0x1fac3, 0x1fac6, 0x1fac8, 0x1fac8, 0x1facc, 0x1facf, 0x1fad7, 0x1fadd, 0x1fadf, 0x1faeb,
            0x1faef, 0x1fafa, 0x1fbcb, 0x1fbef, 0x1fbfa, 0x1fbfa);

    private static final CodePointRanges LATER_NUMBERS = new CodePointRanges(
            0x10d40, 0x10d49, 0x116d0, 0x116e3, 0x11bf0, 0x11bf9, 0x11de0, 0x11de9, 0x11f50, 0x11f59, 0x1246f, 0x1246f,
            0x12475, 0x1247f, 0x12550, 0x12686, 0x16130, 0x16139, 0x16ac0, 0x16ac9, 0x16d70, 0x16d79, 0x16ff4, 0x16ff6,
            0x1ccf0, 0x1ccf9, 0x1d2c0, 0x1d2d3, 0x1e4f0, 0x1e4f9, 0x1e5f1, 0x1e5fa);

    private CharacterKind() {}

    /** Returns whether {@code \p{P}} matches. */
    static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            case Character.UNASSIGNED -> LATER_PUNCTUATION.contains(codePoint);
            default -> false;
        };
    }

    /** Returns whether {@code \p{S}} matches. */
    static boolean isSymbol(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            case Character.UNASSIGNED -> LATER_SYMBOLS.contains(codePoint);
            default -> false;
        };
    }

    /** Returns whether {@code \p{N}} matches. */
    static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            case Character.UNASSIGNED -> LATER_NUMBERS.contains(codePoint);
            default -> false;
        };
    }
}
