package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/**
 * Takes one match of an expression from each response: the filter {@code regex} of lm-evaluation-harness.
 *
 * <p>Of an expression with several groups the first group that is not empty counts. What was found is stripped of white
 * space. A response that is no text is an empty one.
 *
 * @param regex the expression
 * @param groupSelect which of the matches, from 0; from the end if negative, -1 is the last
 * @param fallback the result where nothing is found: no match, not that many matches (where the reference ends the
 *     run), only empty groups, or a text on which the expression does not come to an end
 */
public record RegexFilter(PythonRegex regex, int groupSelect, Object fallback) implements ResponseFilter {

    /** The fallback of lm-evaluation-harness. */
    public static final String INVALID = "[invalid]";

    /** The expression of lm-evaluation-harness for filters that name none: the answer behind the marks of gsm8k. */
    static final String DEFAULT_PATTERN = "#### (\\-?[0-9\\.\\,]+)";

    /** Returns a filter that takes the first match, and {@value #INVALID} where there is none. */
    public static RegexFilter first(String expression) {
        return new RegexFilter(PythonRegex.compile(expression), 0, INVALID);
    }

    /** Returns a filter that takes the last match, and {@value #INVALID} where there is none. */
    public static RegexFilter last(String expression) {
        return new RegexFilter(PythonRegex.compile(expression), -1, INVALID);
    }

    static RegexFilter of(FilterArguments arguments) {
        return new RegexFilter(
                arguments.regex("regex_pattern", DEFAULT_PATTERN),
                arguments.integer("group_select", 0),
                arguments.value("fallback", INVALID));
    }

    @Override
    public Object apply(List<? extends @Nullable Object> responses, Doc doc) {
        return responses.stream().map(this::extract).toList();
    }

    private Object extract(@Nullable Object response) {
        Optional<String> match = new MatchPick(regex, groupSelect).of(response instanceof String text ? text : "");
        if (match.isEmpty()) {
            return fallback;
        } else if (match.get().isEmpty() && regex.groups() > 1 && fallback instanceof String text) {
            return PythonText.strip(text);
        }
        return match.get();
    }
}
