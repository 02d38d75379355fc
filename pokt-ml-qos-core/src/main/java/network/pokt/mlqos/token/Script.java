package network.pokt.mlqos.token;

/**
 * Kinds of characters that tokenizers spend alike on, with the tokens that one character costs.
 *
 * <p>Each holds three prices in thousandths of a token: of the most frugal, the usual and the most lavish of five
 * tokenizers (llama2, llama3, qwen2.5, cl100k, o200k), from 166 languages of translated program messages. docs/tokens.md
 * has the error on texts that were held back.
 */
enum Script {
    SPACE(20, 60, 120),
    BREAK(200, 500, 1000),
    DIGIT(300, 500, 1000),
    PUNCTUATION(400, 650, 1000),
    LATIN(150, 230, 330),
    LATIN_EXTENDED(350, 700, 1100),
    GREEK(330, 650, 1000),
    CYRILLIC(270, 450, 700),
    HEBREW(300, 650, 1300),
    ARABIC(300, 650, 1050),
    INDIC(320, 800, 2200),
    THAI(370, 650, 1100),
    HAN(400, 700, 1400),
    KANA(470, 650, 1050),
    HANGUL(320, 680, 1450),
    OTHER(500, 1500, 4000);

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
            case DEVANAGARI,
                    BENGALI,
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
                    ETHIOPIC -> INDIC;
            case THAI -> THAI;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            default -> OTHER;
        };
    }
}
