package network.pokt.mlqos.lmeh.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the answer in what a model wrote, and compares it with the right one. */
final class FinalAnswer {

    /** What the examples end in; a model that follows them writes it last. */
    static final String MARK = "Answer:";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[-\u2212]?\\d+(?:,\\d{3})*(?![\\w]|\\.\\d)");
    private static final Pattern AROUND = Pattern.compile("^[\\s*_`\"'.\\[(]+|[\\s*_`\"'.!\\])]+$");

    private FinalAnswer() {}

    /** Returns whether the last answer in a text is the right one. */
    static boolean isRight(String text, Puzzle puzzle) {
        String answer = of(text);
        return switch (puzzle.form()) {
            case NUMBER -> lastNumber(answer).equals(puzzle.answer());
            case WORD -> word(answer).equals(puzzle.answer().toLowerCase(Locale.ROOT));
            case LIST -> list(answer).equals(list(puzzle.answer()));
        };
    }

    /** Returns what follows the last mark in its line, or else the last line that is not blank. */
    private static String of(String text) {
        int mark = text.lastIndexOf(MARK);
        String rest = mark < 0
                ? text.stripTrailing()
                : text.substring(mark + MARK.length()).strip();
        int line = mark < 0 ? rest.lastIndexOf('\n') + 1 : 0;
        int end = rest.indexOf('\n', line);
        return rest.substring(line, end < 0 ? rest.length() : end);
    }

    private static String lastNumber(String answer) {
        return NUMBER.matcher(answer)
                .results()
                .map(MatchResult::group)
                .reduce("", (before, number) -> number)
                .replace(",", "")
                .replace('\u2212', '-');
    }

    private static String word(String answer) {
        return AROUND.matcher(answer).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<String> list(String answer) {
        return Arrays.stream(AROUND.matcher(answer).replaceAll("").split(",", -1))
                .map(FinalAnswer::word)
                .toList();
    }
}
