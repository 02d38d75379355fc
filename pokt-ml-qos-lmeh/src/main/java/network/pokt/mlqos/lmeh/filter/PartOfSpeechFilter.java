package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.RegexTooCostlyException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tags out of a list of Python pairs such as {@code [('The', 'DET'), ('cat', 'NOUN')]}: the filter
 * {@code regex_pos}.
 *
 * @param fallback the result where there is no such pair
 */
record PartOfSpeechFilter(Object fallback) implements ResponseFilter {

    private static final PythonRegex PAIR = PythonRegex.compile("\\('([^']*)', '([^']*)'\\)");
    private static final List<String> INVALID = List.of("invalid");

    static PartOfSpeechFilter of(FilterArguments arguments) {
        // The reference takes an expression and a number here, checks the expression, and uses neither.
        arguments.regex("regex_pattern", "");
        arguments.optional("group_select");
        return new PartOfSpeechFilter(arguments.value("fallback", INVALID));
    }

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        return responses.stream().map(this::tags).toList();
    }

    private Object tags(@Nullable Object response) {
        try {
            List<String> tags = PAIR.findAll(response instanceof String text ? text : "").stream()
                    .map(pair -> pair.get(1))
                    .toList();
            return tags.isEmpty() ? fallback : tags;
        } catch (RegexTooCostlyException e) {
            return fallback;
        }
    }
}
