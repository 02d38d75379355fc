package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.RegexTooCostlyException;

/** Finds the answer in a solution written in LaTeX, and brings it into one form. */
final class MathAnswer {

    /** What stands for no answer. */
    static final String INVALID = "[invalidanswer]";

    private static final String BOXED = "\\boxed";

    /** Appendix D of Lewkowycz et al. (2022), "Solving Quantitative Reasoning Problems with Language Models". */
    private static final List<List<String>> SUBSTITUTIONS = List.of(
            List.of("an ", ""),
            List.of("a ", ""),
            List.of(".$", "$"),
            List.of("\\$", ""),
            List.of("\\ ", ""),
            List.of(" ", ""),
            List.of("mbox", "text"),
            List.of(",\\text{and}", ","),
            List.of("\\text{and}", ","),
            List.of("\\text{m}", "\\text{}"));

    /** From the same appendix, in its order. */
    private static final List<String> REMOVED = List.of(
            "square",
            "ways",
            "integers",
            "dollars",
            "mph",
            "inches",
            "ft",
            "hours",
            "km",
            "units",
            "\\ldots",
            "sue",
            "points",
            "feet",
            "minutes",
            "digits",
            "cents",
            "degrees",
            "cm",
            "gm",
            "pounds",
            "meters",
            "meals",
            "edges",
            "students",
            "childrentickets",
            "multiples",
            "\\text{s}",
            "\\text{.}",
            "\\text{\ns}",
            "\\text{}^2",
            "\\text{}^3",
            "\\text{\n}",
            "\\text{}",
            "\\mathrm{th}",
            "^\\circ",
            "^{\\circ}",
            "\\;",
            ",\\!",
            "{,}",
            "\"",
            "\\dots");

    private static final List<Rule> RULES = List.of(
            new Rule("(.*?)(\\$)(.*?)(\\$)(.*)", match -> "$" + match.get(3) + "$"),
            new Rule("(\\\\text\\{)(.*?)(\\})", match -> match.get(2)),
            new Rule("(\\\\textbf\\{)(.*?)(\\})", match -> match.get(2)),
            new Rule("(\\\\overline\\{)(.*?)(\\})", match -> match.get(2)),
            new Rule("(\\\\boxed\\{)(.*)(\\})", match -> match.get(2)),
            new Rule("(frac)([^{])(.)", match -> "frac{" + match.get(2) + "}{" + match.get(3) + "}"),
            new Rule("(sqrt)([^{])", match -> "sqrt{" + match.get(2) + "}"));

    private static final Pattern IN_DOLLARS = Pattern.compile("\\$([^$]+)\\$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?(?:/\\d+)?");

    private MathAnswer() {}

    /** Returns the last {@code \boxed} or {@code \fbox} with its braces, or {@link #INVALID}. */
    static String lastBoxed(String text) {
        int spaced = text.lastIndexOf(BOXED + " ");
        if (spaced >= 0) {
            String rest = text.substring(spaced + BOXED.length() + 1);
            int dollar = rest.indexOf('$');
            return BOXED + " " + (dollar < 0 ? rest : rest.substring(0, dollar));
        }
        int start = Math.max(text.lastIndexOf(BOXED), text.contains(BOXED) ? -1 : text.lastIndexOf("\\fbox"));
        int depth = 0;
        for (int i = start; start >= 0 && i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '{' ? 1 : 0;
            if (character == '}' && --depth == 0) {
                return text.substring(start, i + 1);
            }
        }
        return INVALID;
    }

    /** Returns what is in a box, or {@link #INVALID}. */
    static String unboxed(String boxed) {
        if (boxed.contains(BOXED + " ")) {
            return boxed.startsWith(BOXED + " ") ? boxed.substring(BOXED.length() + 1) : INVALID;
        }
        boolean whole = boxed.startsWith(BOXED + "{") && boxed.endsWith("}");
        return whole ? boxed.substring(BOXED.length() + 1, boxed.length() - 1) : INVALID;
    }

    /** Returns the last formula between dollar signs, else the last number, else {@link #INVALID}. */
    static String lastInText(String text) {
        for (Pattern pattern : List.of(IN_DOLLARS, NUMBER)) {
            Matcher matcher = pattern.matcher(text);
            String last = null;
            while (matcher.find()) {
                last = matcher.group(matcher.groupCount());
            }
            if (last != null) {
                return last;
            }
        }
        return INVALID;
    }

    /** Returns an answer without units, words and notations that do not change it. */
    static String normalized(String answer) {
        String text = answer.substring(answer.lastIndexOf('=') + 1);
        for (List<String> substitution : SUBSTITUTIONS) {
            text = text.replace(substitution.get(0), substitution.get(1));
        }
        for (String removed : REMOVED) {
            text = text.replace(removed, "");
        }
        for (Rule rule : RULES) {
            text = rule.apply(text);
        }
        text = text.replace("$", "");
        String digits = text.replace(",", "");
        return PythonCase.all(digits, PythonCase::isDigit) ? digits : text;
    }

    private record Rule(PythonRegex regex, Function<List<String>, String> replacement) {

        Rule(String expression, Function<List<String>, String> replacement) {
            this(PythonRegex.compile(expression), replacement);
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
