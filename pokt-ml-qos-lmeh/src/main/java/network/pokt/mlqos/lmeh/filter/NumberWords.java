package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.python.PythonRegex;

/** Whole numbers in English words, such as {@code two hundred and six}. */
final class NumberWords {

    private static final String TENS = "(?:twen|thir|for|fif|six|seven|nine)";
    private static final String SMALL = "zero|one|two|three|four|five|";
    private static final String LARGE = "eight(?:een|y)|ten|eleven|twelve|fourteen|hundred|thousand|(?:m|b|tr)illion";

    /** A word at the beginning and end of a number; the reference knows no six, seven, eight and nine there. */
    private static final String OUTER = SMALL + TENS + "(?:teen|ty)|" + LARGE;

    private static final String INNER = SMALL + TENS + "(?:|teen|ty)|" + LARGE + "|[^\\S\\r\\n]|,|and|&";

    /** Finds a number in lower case, as the reference does. */
    static final PythonRegex REGEX = PythonRegex.compile("((?:(?:" + OUTER + ")(?:" + INNER + ")+)?(?:" + OUTER + "))");

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> DECADES =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

    private NumberWords() {}

    /**
     * Returns a number in digits; nothing if there is no number among the words, or one that would not fit a long.
     *
     * <p>Words that are no numbers are passed over; those that follow each other are added up.
     */
    static Optional<String> digits(String words) {
        long total = 0;
        long group = 0;
        boolean any = false;
        for (String word : words.split("[\\s,&-]+", -1)) {
            int unit = UNITS.indexOf(word);
            int decade = DECADES.indexOf(word);
            Long scale = SCALES.get(word);
            if (unit >= 0) {
                group += unit;
            } else if (decade >= 0) {
                group += 10L * (decade + 2);
            } else if (word.equals("hundred")) {
                group = Math.max(1, group) * 100;
            } else if (scale != null) {
                total += Math.max(1, group) * scale;
                group = 0;
            } else {
                continue;
            }
            any = true;
            if (group > 1_000_000 || total > Long.MAX_VALUE / 4) {
                return Optional.empty();
            }
        }
        return any ? Optional.of(String.valueOf(total + group)) : Optional.empty();
    }
}
