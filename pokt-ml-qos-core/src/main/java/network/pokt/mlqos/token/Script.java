package network.pokt.mlqos.token;

/**
 * Kinds of characters that tokenizers spend alike on, with the tokens that one character costs.
 *
 * <p>Each holds three prices in thousandths of a token: the usual one is the mean of a least-squares fit for each of five
 * tokenizers (llama2, llama3, qwen2.5, cl100k, o200k) to the messages of Debian's programs in 166 languages and to English
 * questions and code; the outer ones are those of the most frugal and the most lavish, widened until they held 19 of 20
 * texts, and outside Latin by a fifth downwards, because prose is cheaper than messages of programs. docs/tokens.md has the error on texts that were held back.
 */
enum Script {
    SPACE(106, 202, 407),
    BREAK(629, 851, 1191),
    DIGIT(789, 935, 1239),
    PUNCTUATION(566, 701, 763),
    LATIN(178, 208, 392),
    /** Letters outside ASCII tell of a language that tokenizers know less well, and stand for its ASCII letters too. */
    LATIN_EXTENDED(1153, 1748, 2152),
    GREEK(310, 774, 1070),
    CYRILLIC(246, 501, 766),
    HEBREW(357, 978, 1332),
    ARABIC(291, 709, 1157),
    DEVANAGARI(298, 911, 1303),
    /** Scripts of South and South-East Asia, the Caucasus and Ethiopia, which many vocabularies spell by bytes. */
    RARE(315, 1496, 2911),
    THAI(345, 720, 1116),
    HAN(514, 865, 1471),
    KANA(499, 786, 1068),
    HANGUL(550, 1076, 2035),
    /** Symbols, emoji and all other scripts. */
    OTHER(1048, 3651, 4115);

    /** Tokens are counted in thousandths until a text is at its end. */
    static final int UNIT = 1000;

    final int low;
    final int usual;
    final int high;

    Script(int low, int usual, int high) {
        this.low = low;
        this.usual = usual;
        this.high = high;
    }

    /** Returns the kind of a code point. */
    static Script of(int codePoint) {
        return codePoint < 0x80 ? ofAscii(codePoint) : ofOthers(codePoint);
    }

    private static Script ofAscii(int c) {
        int letter = c | 0x20;
        if (letter >= 'a' && letter <= 'z') {
            return LATIN;
        }
        if (c == ' ') {
            return SPACE;
        }
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return c < ' ' ? BREAK : PUNCTUATION;
    }

    private static Script ofOthers(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, INHERITED -> LATIN_EXTENDED;
            case GREEK -> GREEK;
            case CYRILLIC -> CYRILLIC;
            case HEBREW -> HEBREW;
            case ARABIC -> ARABIC;
            case DEVANAGARI -> DEVANAGARI;
            case BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    LAO,
                    MYANMAR,
                    TIBETAN,
                    GEORGIAN,
                    ARMENIAN,
                    ETHIOPIC -> RARE;
            case THAI -> THAI;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            default -> OTHER;
        };
    }
}
