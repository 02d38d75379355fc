package network.pokt.mlqos.metric;

import java.util.List;
import network.pokt.mlqos.python.PythonText;

/**
 * The tokenizers of sacrebleu 2.6.0 that need no model: what counts as a word for {@link Bleu}.
 *
 * <p>Scores under different tokenizations are not comparable. Text in a script without spaces needs {@link #CHINESE} or
 * {@link #CHARACTERS}, or a {@link WordSplitter} of the caller.
 */
public enum BleuTokenization implements WordSplitter {
    /**
     * {@code 13a}, the default: the tokenizer of NIST's mteval-v13a. ASCII punctuation stands alone except within numbers, line
     * ends that split a hyphenated word and the entities of quotation mark, ampersand and angle brackets are resolved.
     */
    MTEVAL_13A("13a") {
        @Override
        public List<String> words(String text) {
            String line = text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
            return WesternPunctuation.apart(Respacing.padded(WesternPunctuation.withoutEntities(line)))
                    .words();
        }
    },

    /**
     * {@code intl}, the international tokenizer of mteval-v14: punctuation of any script stands alone unless it stands between
     * numbers, symbols always do. Used by TruthfulQA.
     */
    INTERNATIONAL("intl") {
        @Override
        public List<String> words(String text) {
            return Respacing.of(text)
                    .aroundAfter(point -> !CharacterKind.isNumber(point), CharacterKind::isPunctuation)
                    .aroundBefore(CharacterKind::isPunctuation, point -> !CharacterKind.isNumber(point))
                    .around(CharacterKind::isSymbol)
                    .words();
        }
    },

    /**
     * {@code zh}: Chinese characters stand alone, the rest is treated as in {@code 13a} without its entities and line ends. A
     * full stop at the very end stays with a number before it.
     */
    CHINESE("zh") {
        @Override
        public List<String> words(String text) {
            return WesternPunctuation.apart(Respacing.of(PythonText.strip(text)).around(ChineseCharacters::contains))
                    .words();
        }
    },

    /** {@code char}: every character that is no white space is a word. */
    CHARACTERS("char") {
        @Override
        public List<String> words(String text) {
            return Respacing.charactersOf(text);
        }
    },

    /** {@code none}: words are what stands between white space; for text that is tokenized already. */
    NONE("none") {
        @Override
        public List<String> words(String text) {
            return Respacing.wordsOf(text);
        }
    };

    private final String reference;

    BleuTokenization(String reference) {
        this.reference = reference;
    }

    /** Returns the name under which sacrebleu knows it, such as {@code 13a}. */
    @Override
    public String toString() {
        return reference;
    }
}
