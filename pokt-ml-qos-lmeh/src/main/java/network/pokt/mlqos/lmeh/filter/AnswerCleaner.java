package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.python.RegexTooCostlyException;

/**
 * What is taken from a text before it is searched.
 *
 * @param ignored what matches these expressions, one after the other
 * @param lower whether the text is then put into lower case
 * @param unpunctuated whether at last all punctuation of Unicode is taken
 */
record AnswerCleaner(List<PythonRegex> ignored, boolean lower, boolean unpunctuated) {

    static AnswerCleaner of(FilterArguments arguments) {
        return new AnswerCleaner(
                arguments.regexes("regexes_to_ignore"),
                arguments.truth("ignore_case", false),
                arguments.truth("ignore_punctuation", false));
    }

    String clean(String text) {
        String cleaned = text;
        for (PythonRegex regex : ignored) {
            cleaned = without(regex, cleaned);
        }
        cleaned = lower ? PythonText.lower(cleaned) : cleaned;
        return unpunctuated ? withoutPunctuation(cleaned) : cleaned;
    }

    private static String without(PythonRegex regex, String text) {
        try {
            return regex.removeAll(text);
        } catch (RegexTooCostlyException e) {
            return text;
        }
    }

    private static String withoutPunctuation(String text) {
        return text.codePoints()
                .filter(character -> !isPunctuation(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
