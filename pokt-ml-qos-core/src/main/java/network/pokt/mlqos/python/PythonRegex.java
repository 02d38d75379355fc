package network.pokt.mlqos.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of Python's {@code re} module for text, with its syntax and its way of scanning. Immutable and
 * thread-safe.
 *
 * <p>The expression is translated for {@code java.util.regex}. What differs between the two is translated by meaning:
 * the characters of {@code \w}, {@code \d}, {@code \s} and {@code \b}, {@code $} before a last newline only, named
 * groups, inline flags, sets, {@code {,n}}, and empty matches next to others. Conditional groups ({@code (?(1)a|b)})
 * are refused. Reference: CPython 3.11, compared on 100,000 random expressions; what is left is the content of groups
 * that repeat without consuming anything or stand in a possessive repetition or a negated lookaround.
 */
public final class PythonRegex {

    private final String source;
    private final Pattern pattern;
    private final Pattern advancing;
    private final int groups;

    private PythonRegex(String source, Pattern pattern, Pattern advancing) {
        this.source = source;
        this.pattern = pattern;
        this.advancing = advancing;
        this.groups = pattern.matcher("").groupCount();
    }

    /**
     * Returns the expression {@code source}.
     *
     * @throws IllegalArgumentException if Python would refuse it, or if it uses conditional groups
     */
    public static PythonRegex compile(String source) {
        PythonRegexTranslator.Translation java = PythonRegexTranslator.translate(source);
        // An expression that begins with "anything" fails everywhere if it fails here: trying once keeps the search
        // linear.
        String anchor = java.beginsWithAnything() ? "\\G" : "";
        String expression = anchor + "(?:" + java.pattern() + ")";
        // After an empty match Python takes only a match that moves on, if need be by backtracking into another one.
        Pattern advancing = Pattern.compile(expression + "(?!\\G)", java.flags());
        return new PythonRegex(source, Pattern.compile(expression, java.flags()), advancing);
    }

    /** Returns the number of capturing groups. */
    public int groups() {
        return groups;
    }

    /** Returns whether {@code re.search} finds something in {@code text}. */
    public boolean find(String text) {
        return guarded(text, metered -> pattern.matcher(metered).find(0));
    }

    /**
     * Returns what {@code re.findall} finds, in order: for each match its groups, or the whole match as its only
     * element if the expression has no group. A group that took no part is the empty string.
     *
     * @throws RegexTooCostlyException if the search is given up
     */
    public List<List<String>> findAll(String text) {
        List<List<String>> found = new ArrayList<>();
        scan(text, match -> found.add(groups(match)));
        return found;
    }

    /**
     * Returns {@code text} without all that the expression matches: {@code re.sub(source, "", text)}.
     *
     * @throws RegexTooCostlyException if the search is given up
     */
    public String removeAll(String text) {
        return replace(text, Integer.MAX_VALUE, match -> "");
    }

    /**
     * Returns {@code text} with other text for what the expression matches: {@code re.sub} with a function.
     *
     * @param limit how many matches to replace at most; the first ones
     * @param replacement takes the whole match and then its groups, of which those that took no part are empty
     * @throws RegexTooCostlyException if the search is given up
     */
    public String replace(String text, int limit, Function<List<String>, String> replacement) {
        StringBuilder replaced = new StringBuilder(text.length());
        int[] kept = {0};
        int[] left = {limit};
        scan(text, match -> {
            if (left[0]-- > 0) {
                List<String> groups = new ArrayList<>(match.groupCount() + 1);
                groups.add(match.group());
                groups.addAll(match.groupCount() == 0 ? List.of() : groups(match));
                replaced.append(text, kept[0], match.start()).append(replacement.apply(groups));
                kept[0] = match.end();
            }
        });
        return kept[0] == 0 && replaced.isEmpty()
                ? text
                : replaced.append(text, kept[0], text.length()).toString();
    }

    /** Returns the expression as it was given. */
    @Override
    public String toString() {
        return source;
    }

    private void scan(String text, Consumer<Matcher> onMatch) {
        guarded(text, metered -> {
            Matcher anywhere = pattern.matcher(metered);
            Matcher beyond = advancing.matcher(metered);
            int from = 0;
            boolean afterEmpty = false;
            while (from <= text.length()) {
                Matcher match = afterEmpty ? beyond : anywhere;
                if (!match.find(from)) {
                    break;
                }
                if (splitsPair(text, match.start())) {
                    from = match.start() + 1;
                    afterEmpty = false;
                    continue;
                }
                onMatch.accept(match);
                from = match.end();
                afterEmpty = match.start() == match.end();
            }
            return true;
        });
    }

    private boolean guarded(String text, Predicate<MeteredText> search) {
        try {
            return search.test(new MeteredText(text));
        } catch (MeteredText.OutOfReads | StackOverflowError e) {
            // java.util.regex recurses once per repetition of a group: a long text can exhaust the stack instead of the
            // meter.
            throw new RegexTooCostlyException(source, text.length());
        }
    }

    /** Python has no position between the two halves of a character. */
    private static boolean splitsPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }

    private static List<String> groups(Matcher match) {
        if (match.groupCount() == 0) {
            return List.of(match.group());
        }
        List<String> groups = new ArrayList<>(match.groupCount());
        for (int i = 1; i <= match.groupCount(); i++) {
            String group = match.group(i);
            groups.add(group == null ? "" : group);
        }
        return groups;
    }
}
