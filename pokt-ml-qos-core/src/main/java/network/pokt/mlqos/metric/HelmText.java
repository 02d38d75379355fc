package network.pokt.mlqos.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.python.PythonText;

/**
 * Text as HELM compares it: in lower case, without ASCII punctuation and English articles, with single spaces.
 *
 * <p>Punctuation is removed, not replaced, so {@code 3.14} becomes {@code 314} and {@code well-known} one word. Source: the
 * script {@code normalize_text} of HELM (stanford-crfm/helm), which is that of QuAC and, in the order of its steps, that of
 * SQuAD 1.1.
 */
public final class HelmText {

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private HelmText() {}

    /** Returns the normal form of {@code text}. */
    public static String normalized(String text) {
        return String.join(" ", words(text));
    }

    /** Returns the normal form of {@code text} with its articles. */
    public static String normalizedWithArticles(String text) {
        return String.join(" ", Respacing.wordsOf(plain(text)));
    }

    /** Returns the words of the normal form. */
    static List<String> words(String text) {
        return Respacing.wordsOf(withoutArticles(plain(text)));
    }

    /** Returns the different words of the normal form. */
    static Set<String> vocabulary(String text) {
        return new LinkedHashSet<>(words(text));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        PythonText.lower(text)
                .codePoints()
                .filter(point -> !AsciiPunctuation.contains(point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** An article is one between what {@code \b} takes for word boundaries, such as an apostrophe that is not ASCII. */
    private static String withoutArticles(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isWordCharacter(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == i) {
                end += Character.charCount(text.codePointAt(i));
            }
            String piece = text.substring(i, end);
            rest.append(ARTICLES.contains(piece) ? " " : piece);
            i = end;
        }
        return rest.toString();
    }

    /** What {@code \w} matches, underscores aside: they are gone. Marks that combine with a letter are no part of a word. */
    private static boolean isWordCharacter(int point) {
        return Character.isLetter(point) || CharacterKind.isNumber(point);
    }
}
