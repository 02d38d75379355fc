package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the letter of the choice that a response means: the filter {@code multi_choice_regex} of lm-evaluation-harness, and the
 * {@code MultiChoiceRegexFilter} of its BIG-Bench Hard tasks.
 *
 * <p>First the expression is looked for; then the text of a choice, the longest first, in the cleaned response; then a bare
 * letter behind a colon. The last two give letters in parentheses.
 *
 * @param pick the expression and which of its matches
 * @param fallback the result where nothing is found
 * @param cleaner what is taken from responses and choices before they are compared
 * @param choices the texts of the choices of a document, in the order of their letters
 */
record ChoiceRegexFilter(MatchPick pick, Object fallback, AnswerCleaner cleaner, Function<Doc, List<String>> choices)
        implements ResponseFilter {

    /** What stands behind each letter in parentheses, up to the end of its line. */
    private static final PythonRegex LISTED = PythonRegex.compile("\\([A-Z]\\)([^\\n^(]*)");

    /** Letters end at Z, in the reference too: its expression is malformed with more choices. */
    private static final int MAX_CHOICES = 26;

    /** Choices in the column {@code choices}. */
    static ChoiceRegexFilter ofChoices(FilterArguments arguments) {
        return of(arguments, doc -> doc.texts("choices"));
    }

    /** Choices listed in the column {@code input}, as {@code (A) text}. */
    static ChoiceRegexFilter ofInput(FilterArguments arguments) {
        return of(
                arguments,
                doc -> LISTED.findAll(doc.text("input")).stream()
                        .map(match -> match.get(0))
                        .toList());
    }

    private static ChoiceRegexFilter of(FilterArguments arguments, Function<Doc, List<String>> choices) {
        return new ChoiceRegexFilter(
                new MatchPick(
                        arguments.regex("regex_pattern", RegexFilter.DEFAULT_PATTERN),
                        arguments.integer("group_select", 0)),
                arguments.value("fallback", RegexFilter.INVALID),
                AnswerCleaner.of(arguments),
                choices);
    }

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        Letters letters = letters(doc);
        List<Object> left = new ArrayList<>(responses.size());
        for (Object response : responses) {
            left.add(letter(response instanceof String text ? text : "", letters));
        }
        return left;
    }

    private Object letter(String response, Letters letters) {
        return found(pick, response)
                .or(() -> found(letters.text, cleaner.clean(response)).map(letters::ofText))
                .or(() ->
                        found(letters.bare, response).map(letter -> letter.length() == 1 ? "(" + letter + ")" : letter))
                .<Object>map(letter -> letter)
                .orElse(fallback);
    }

    private static Optional<String> found(MatchPick pick, String text) {
        return pick.of(text).filter(match -> !match.isEmpty());
    }

    private Letters letters(Doc doc) {
        List<String> texts = choices.apply(doc);
        if (texts.size() > MAX_CHOICES) {
            throw doc.unfit("there are " + texts.size() + " choices, more than letters");
        }
        Map<String, String> byText = new HashMap<>();
        List<String> bare = new ArrayList<>();
        char letter = 'A';
        for (String text : texts) {
            byText.put(cleaner.clean(PythonText.strip(text)), "(" + letter + ")");
            bare.add(String.valueOf(letter++));
        }
        return new Letters(
                byText,
                new MatchPick(Filters.anyOf(byText.keySet()), pick.select()),
                new MatchPick(PythonRegex.compile(":[\\s]*(" + String.join("|", bare) + ")"), pick.select()));
    }

    /** What the choices of one document are recognised by. */
    private record Letters(Map<String, String> byText, MatchPick text, MatchPick bare) {

        /** A choice that ends in a space is found with it, and is then not one of the choices. */
        String ofText(String found) {
            return byText.getOrDefault(found, found);
        }
    }
}
