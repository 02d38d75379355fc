package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.python.RegexTooCostlyException;

/**
 * Takes one match of an expression from each response: the filter {@code regex} of lm-evaluation-harness.
 *
 * <p>Of an expression with several groups the first group that is not empty counts. What was found is stripped of white
 * space.
 *
 * @param regex the expression
 * @param groupSelect which of the matches, from 0; from the end if negative, -1 is the last
 * @param fallback the result where nothing is found: no match, not that many matches (where the reference ends the
 *     run), only empty groups, or a text on which the expression does not come to an end
 */
public record RegexFilter(PythonRegex regex, int groupSelect, String fallback) implements ResponseFilter {

    /** The fallback of lm-evaluation-harness. */
    public static final String INVALID = "[invalid]";

    /** Returns a filter that takes the first match, and {@value #INVALID} where there is none. */
    public static RegexFilter first(String expression) {
        return new RegexFilter(PythonRegex.compile(expression), 0, INVALID);
    }

    /** Returns a filter that takes the last match, and {@value #INVALID} where there is none. */
    public static RegexFilter last(String expression) {
        return new RegexFilter(PythonRegex.compile(expression), -1, INVALID);
    }

    @Override
    public List<String> apply(List<String> responses, Doc doc) {
        return responses.stream().map(this::extract).toList();
    }

    private String extract(String response) {
        List<List<String>> matches = matches(response);
        int index = groupSelect < 0 ? matches.size() + groupSelect : groupSelect;
        if (index < 0 || index >= matches.size()) {
            return fallback;
        }
        List<String> match = matches.get(index);
        if (match.size() == 1) {
            return PythonText.strip(match.get(0));
        }
        return match.stream()
                .filter(group -> !group.isEmpty())
                .findFirst()
                .map(PythonText::strip)
                .orElseGet(() -> PythonText.strip(fallback));
    }

    private List<List<String>> matches(String response) {
        try {
            return regex.findAll(response);
        } catch (RegexTooCostlyException e) {
            return List.of();
        }
    }
}
