package network.pokt.mlqos.metric;

import java.util.List;
import network.pokt.mlqos.python.PythonText;

/**
 * The tokenizer of tercom, as sacrebleu 2.6.0 has it: what counts as a word for {@link Ter}.
 *
 * <p>Its rules for runs of Hiragana and Katakana never apply, since they look for such a run at the very start of a text that
 * was given a leading space; they are left out.
 *
 * @param normalized whether entities are resolved and punctuation stands alone
 * @param noPunctuation whether the marks {@code . , ? : ; ! " ( )} are removed
 * @param asian whether, if normalized, ideographs and Asian punctuation stand alone and, without punctuation, the latter is
 *     removed too
 * @param caseSensitive whether case counts
 */
record TerTokenization(boolean normalized, boolean noPunctuation, boolean asian, boolean caseSensitive)
        implements WordSplitter {

    private static final String PUNCTUATION = ".,?:;!\"()";

    private static final CodePointRanges ASIAN_PUNCTUATION = new CodePointRanges(
            0x3001, 0x3002, 0x3008, 0x3011, 0x3014, 0x301f, 0x30fb, 0x30fb, 0xff01, 0xff02, 0xff08, 0xff09, 0xff0c,
            0xff0c, 0xff0e, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff1f, 0xff61, 0xff65);

    /** Ideographs, strokes and radicals. The wide third range is the reference's: it means enclosed letters, to U+32FF. */
    private static final CodePointRanges IDEOGRAPHS = new CodePointRanges(
            0x2e80, 0x2eff, 0x31c0, 0x31ef, 0x3200, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfaff, 0xfe30, 0xfe4f);

    @Override
    public List<String> words(String text) {
        String trimmed = PythonText.stripTrailing(text);
        String line = caseSensitive ? trimmed : PythonText.lower(trimmed);
        Respacing respaced = normalized ? normalized(line) : Respacing.of(line);
        if (noPunctuation) {
            respaced.without(point -> PUNCTUATION.indexOf(point) >= 0 || (asian && ASIAN_PUNCTUATION.contains(point)));
        }
        return respaced.words();
    }

    /**
     * Returns the words of a reference. The program tokenizes references twice, which matters where punctuation behind a
     * possessive was set apart: {@code John's.} is two words in a prediction and three in a reference.
     */
    List<String> referenceWords(String text) {
        List<String> words = words(text);
        return normalized ? words(String.join(" ", words)) : words;
    }

    private Respacing normalized(String text) {
        String line = WesternPunctuation.withoutEntities(text.replace("\n-", "").replace('\n', ' '));
        Respacing respaced = WesternPunctuation.numbersKept(
                possessivesApart(WesternPunctuation.symbolsApart(Respacing.padded(line))));
        return asian
                ? respaced.around(point -> IDEOGRAPHS.contains(point) || ASIAN_PUNCTUATION.contains(point))
                : respaced;
    }

    private static Respacing possessivesApart(Respacing text) {
        return Respacing.of(text.toString().replace("'s ", " 's "));
    }
}
