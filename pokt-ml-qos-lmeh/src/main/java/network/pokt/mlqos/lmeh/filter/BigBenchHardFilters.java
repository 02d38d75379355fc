package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/**
 * The filters that the zero-shot tasks of BIG-Bench Hard bring along in Python: answers of the form {@code (A)}, yes or no,
 * numbers in words, and words in order.
 */
public final class BigBenchHardFilters {

    private BigBenchHardFilters() {}

    /** {@code MultiChoiceRegexFilter}: the letter of the choice that a response means; the choices are read in {@code input}. */
    public static ResponseFilter multiChoice(FilterArguments arguments) {
        ResponseFilter filter = ChoiceRegexFilter.ofInput(arguments);
        arguments.end();
        return filter;
    }

    /**
     * {@code MapRegexFilter}: the value of the first expression of {@code regex_pattern_to_value} that matches what any of them
     * finds in the response.
     */
    public static ResponseFilter mapRegex(FilterArguments arguments) {
        int select = arguments.integer("group_select", 0);
        Object fallback = arguments.value("fallback", RegexFilter.INVALID);
        AnswerCleaner cleaner = AnswerCleaner.of(arguments);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        arguments.mapping("regex_pattern_to_value").forEach((regex, value) -> values.put(String.valueOf(regex), value));
        arguments.end();
        MatchPick any = new MatchPick(PythonRegex.compile(String.join("|", values.keySet())), select);
        Map<MatchPick, @Nullable Object> each = new LinkedHashMap<>();
        values.forEach((regex, value) -> each.put(new MatchPick(PythonRegex.compile(regex), select), value));
        return ResponseFilter.each(response -> {
            Optional<String> found = pick(any, cleaner.clean(text(response)));
            if (found.isPresent()) {
                String cleaned = cleaner.clean(found.get());
                for (Map.Entry<MatchPick, @Nullable Object> entry : each.entrySet()) {
                    if (pick(entry.getKey(), cleaned).isPresent()) {
                        return entry.getValue();
                    }
                }
            }
            return fallback;
        });
    }

    /** {@code NumberParseRegexFilter}: a number in digits, or else one in English words. */
    public static ResponseFilter numberParse(FilterArguments arguments) {
        MatchPick digits = new MatchPick(
                arguments.regex("regex_pattern", RegexFilter.DEFAULT_PATTERN), arguments.integer("group_select", 0));
        Object fallback = arguments.value("fallback", RegexFilter.INVALID);
        // The reference takes these three and does not use them here.
        AnswerCleaner.of(arguments);
        arguments.end();
        MatchPick words = new MatchPick(NumberWords.REGEX, digits.select());
        return ResponseFilter.each(response -> {
            String text = text(response);
            Optional<String> number = pick(digits, text)
                    .or(() -> pick(words, PythonText.lower(text)).flatMap(NumberWords::digits));
            return number.isPresent() ? number.get() : fallback;
        });
    }

    /** {@code WordSortFilter}: the words of the list in {@code input}, in the order in which a response has each of them last. */
    public static ResponseFilter wordSort(FilterArguments arguments) {
        arguments.regex("regex_pattern", RegexFilter.DEFAULT_PATTERN);
        arguments.integer("group_select", 0);
        arguments.optional("fallback");
        AnswerCleaner.of(arguments);
        arguments.end();
        return (responses, doc) -> {
            PythonRegex words = PythonRegex.compile(
                    words(doc).stream().map(word -> "\\b" + word + "\\b").collect(Collectors.joining("|")));
            List<Object> left = new ArrayList<>(responses.size());
            for (Object response : responses) {
                left.add(lastOccurrences(words, text(response)));
            }
            return left;
        };
    }

    private static List<String> words(Doc doc) {
        String[] parts = doc.text("input").split("List:", -1);
        if (parts.length < 2) {
            throw doc.unfit("there is no 'List:' in the column input");
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        (parts[1] + " ").codePoints().forEach(character -> {
            if (!PythonText.isSpace(character)) {
                word.appendCodePoint(character);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        return words;
    }

    private static String lastOccurrences(PythonRegex words, String response) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (List<String> match : words.findAll(response)) {
            found.remove(match.get(0));
            found.add(match.get(0));
        }
        return String.join(" ", found);
    }

    private static Optional<String> pick(MatchPick pick, String text) {
        return pick.of(text).filter(match -> !match.isEmpty());
    }

    private static String text(@Nullable Object response) {
        return response instanceof String text ? text : "";
    }
}
