package network.pokt.mlqos.lmeh.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.RegexTooCostlyException;

/**
 * Cuts a text into words and signs as the Penn Treebank does, after the tokenizer of NLTK 3.10.
 *
 * <p>The reference cuts sentence by sentence, here all is one text: that decides only whether the period of a sentence stands
 * with its last word, which no instruction asks about.
 */
final class WordTokens {

    private static final PythonRegex NO_SPACE = PythonRegex.compile("\\S+");
    private static final String CONTRACTIONS = "can=not d='ye gim=me gon=na got=ta lem=me more='n";

    private static final List<Rule> RULES = rules();

    private WordTokens() {}

    static List<String> of(String text) {
        String spaced = text;
        for (Rule rule : RULES) {
            spaced = rule.apply(spaced);
        }
        return Patterns.matches(NO_SPACE, spaced);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        // Opening quotation marks.
        rules.add(apart("[«“‘„]|`+"));
        rules.add(Rule.of("^\"", match -> "``"));
        rules.add(apart("``"));
        rules.add(Rule.of("([ (\\[{<])(\"|'{2})", match -> match.get(1) + " `` "));
        rules.add(Rule.of("(?i)(?<!\\w)'(?!(?:re|ve|ll|m|t|s|d|n)\\b)(?=\\w)", match -> "' "));
        // Signs; a period is cut off at the end of the text only.
        rules.add(Rule.of("([^.])(\\.)([\\])}>\"'»”’ ]*)\\s*$", match -> match.get(1) + " . " + match.get(3) + " "));
        rules.add(Rule.of("([:,])([^\\d])", match -> " " + match.get(1) + " " + match.get(2)));
        rules.add(apart("[:,]$"));
        rules.add(apart("\\.{2,}"));
        rules.add(apart("[;@#$%&]"));
        rules.add(apart("[\u2012-\u2015]"));
        rules.add(apart("[?!]"));
        rules.add(Rule.of("([^'])' ", match -> match.get(1) + " ' "));
        rules.add(apart("[*]"));
        rules.add(apart("[\\]\\[(){}<>]"));
        rules.add(apart("--"));
        // Closing quotation marks, and what an apostrophe cuts off.
        rules.add(Rule.of("^|$", match -> " "));
        rules.add(apart("[»”’]"));
        rules.add(apart("''"));
        rules.add(Rule.of("\"", match -> " '' "));
        rules.add(Rule.of("\\s+", match -> " "));
        rules.add(cut("([^' ])('[sS]|'[mM]|'[dD]|') "));
        rules.add(cut("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) "));
        // Words that were one once.
        for (String contraction : CONTRACTIONS.split(" ", -1)) {
            rules.add(twice("(?i)\\b(" + contraction.replace("=", ")(") + ")\\b"));
        }
        rules.add(twice("(?i)\\b(wan)(na)(?=\\s)"));
        rules.add(twice("(?i) ('t)(is)\\b"));
        rules.add(twice("(?i) ('t)(was)\\b"));
        return rules;
    }

    private static Rule apart(String expression) {
        return Rule.of(expression, match -> " " + match.get(0) + " ");
    }

    private static Rule cut(String expression) {
        return Rule.of(expression, match -> match.get(1) + " " + match.get(2) + " ");
    }

    private static Rule twice(String expression) {
        return Rule.of(expression, match -> " " + match.get(1) + " " + match.get(2) + " ");
    }

    private record Rule(PythonRegex regex, Function<List<String>, String> replacement) {

        static Rule of(String expression, Function<List<String>, String> replacement) {
            return new Rule(PythonRegex.compile(expression), replacement);
        }

        String apply(String text) {
            try {
                return regex.replace(text, Integer.MAX_VALUE, replacement);
            } catch (RegexTooCostlyException e) {
                return text;
            }
        }
    }
}
