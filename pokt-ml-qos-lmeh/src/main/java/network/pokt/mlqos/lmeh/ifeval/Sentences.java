package network.pokt.mlqos.lmeh.ifeval;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/**
 * Counts English sentences by the rules of NLTK's Punkt tokenizer.
 *
 * <p>Punkt has learned from newspapers which words are abbreviations and which ones begin sentences. Here both are short lists of
 * the common ones, so that a count may differ by one where a rare abbreviation stands, or where a common one ends a sentence.
 */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "a.d", "a.m", "adm", "aug", "ave", "b.c", "bros", "calif", "capt", "cf", "co", "col", "conn", "corp", "d.c",
            "dec", "dept", "dr", "e.g", "est", "etc", "feb", "fla", "fri", "ft", "gen", "gov", "i.e", "inc", "jan",
            "jr", "lt", "ltd", "maj", "mass", "messrs", "minn", "mr", "mrs", "ms", "mt", "n.y", "nov", "oct", "p.m",
            "p.s", "p.p.s", "pa", "ph.d", "prof", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st",
            "tues", "u.k", "u.n", "u.s", "u.s.a", "va", "vs", "wed");

    /** Words that begin a sentence when they are capitalised behind an abbreviation or dots. */
    private static final Set<String> STARTERS = Set.of(
            "after",
            "although",
            "an",
            "and",
            "as",
            "at",
            "because",
            "but",
            "by",
            "each",
            "even",
            "finally",
            "for",
            "from",
            "he",
            "her",
            "here",
            "his",
            "how",
            "however",
            "if",
            "in",
            "it",
            "its",
            "many",
            "meanwhile",
            "moreover",
            "most",
            "my",
            "no",
            "not",
            "now",
            "of",
            "on",
            "one",
            "or",
            "our",
            "she",
            "since",
            "so",
            "some",
            "still",
            "such",
            "that",
            "the",
            "their",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "though",
            "thus",
            "to",
            "under",
            "we",
            "what",
            "when",
            "where",
            "while",
            "who",
            "why",
            "with",
            "yet",
            "you",
            "your");

    private static final Pattern NO_SPACE = Pattern.compile("\\S+");
    private static final String SIGNS = ".?!";

    /** Signs behind which a sentence may begin even without white space. */
    private static final String BEHIND_SIGN = ")\";}]*:@'({[?!";

    /** What belongs to a sentence though it stands behind its end. */
    private static final Pattern CLOSING = Pattern.compile("[\"')\\]}]+?(?:\\s+|(?=--)|$)", Pattern.MULTILINE);

    private static final Pattern NUMBER = Pattern.compile("-?[\\d.,]*\\d");

    private Sentences() {}

    static int count(String text) {
        String stripped = PythonText.stripTrailing(text);
        Matcher closing = CLOSING.matcher(stripped);
        int sentences = 0;
        int start = 0;
        Matcher words = NO_SPACE.matcher(stripped);
        boolean more = words.find();
        while (more) {
            int from = words.start();
            String word = words.group();
            more = words.find();
            String next = more ? words.group() : null;
            int sign = lastSign(word, next != null);
            boolean adjoins = sign < word.length() - 1;
            if (sign < 0 || !(ends(word.substring(0, sign + 1), adjoins ? null : next) || endsWithin(next, adjoins))) {
                continue;
            }
            int end = from + sign + 1;
            sentences += isEmpty(stripped, start, end) ? 0 : 1;
            start = more && !adjoins ? words.start() : end;
            closing.region(start, stripped.length());
            start = closing.lookingAt() ? closing.end() : start;
        }
        return sentences + (isEmpty(stripped, start, stripped.length()) ? 0 : 1);
    }

    /** Returns where the last sign of a word is that may end a sentence, or -1. */
    private static int lastSign(String word, boolean isFollowed) {
        for (int i = word.length() - 1; i >= 0; i--) {
            boolean last = i == word.length() - 1;
            if (SIGNS.indexOf(word.charAt(i)) >= 0
                    && (last ? isFollowed : BEHIND_SIGN.indexOf(word.charAt(i + 1)) >= 0)) {
                return i;
            }
        }
        return -1;
    }

    /** Punkt looks at the next word as a whole: what ends in the middle of it ends before it too. */
    private static boolean endsWithin(@Nullable String next, boolean adjoins) {
        int sign = next == null || adjoins ? -1 : lastSign(next, false);
        return next != null && sign >= 0 && ends(next.substring(0, sign + 1), null);
    }

    private static boolean isEmpty(String text, int start, int end) {
        return start >= end || PythonText.strip(text.substring(start, end)).isEmpty();
    }

    private static boolean ends(String word, @Nullable String next) {
        String stem = Strips.trailing(word, '.');
        if (stem.endsWith("?") || stem.endsWith("!")) {
            return true;
        }
        String core = PythonText.lower(stem.replaceFirst("^[(\\[{\"'*_`]+", ""));
        if (word.length() - stem.length() > 1 || ABBREVIATIONS.contains(core)) {
            return next != null && startsSentence(next);
        } else if (core.length() == 1 && Character.isLetter(core.charAt(0))) {
            return false;
        } else if (NUMBER.matcher(core).matches()) {
            return next == null || !Character.isLowerCase(next.codePointAt(0));
        }
        return true;
    }

    private static boolean startsSentence(String next) {
        String word = next.replaceFirst("([)\";}\\]*:@'({\\[?!]|[,.]+$).*", "");
        return !word.isEmpty()
                && Character.isUpperCase(word.codePointAt(0))
                && STARTERS.contains(PythonText.lower(word));
    }
}
