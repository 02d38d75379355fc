package network.pokt.mlqos.lmeh.filter;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The filters of lm-evaluation-harness 0.4.13 by the names that task files know them by.
 *
 * <pre>{@code
 * ResponseFilter filter = Filters.of("regex", Map.of("regex_pattern", "answer is (\\d+)", "group_select", -1));
 * }</pre>
 */
public final class Filters {

    private static final Map<String, Function<FilterArguments, ResponseFilter>> TABLE = Map.ofEntries(
            Map.entry("take_first", arguments -> ResponseFilter.TAKE_FIRST),
            Map.entry("take_first_k", TakeFirstK::of),
            Map.entry("majority_vote", arguments -> new MajorityVote()),
            Map.entry("lowercase", arguments -> eachText("lowercase", PythonText::lower)),
            Map.entry("uppercase", arguments -> eachText("uppercase", PythonCase::upper)),
            Map.entry("remove_whitespace", arguments -> eachText("remove_whitespace", PythonText::strip)),
            Map.entry("map", Filters::map),
            Map.entry("regex", RegexFilter::of),
            Map.entry("regex_pos", PartOfSpeechFilter::of),
            Map.entry("multi_choice_regex", ChoiceRegexFilter::ofChoices),
            Map.entry("format_span", arguments -> new SpanFilter()),
            Map.entry("custom", Filters::custom));

    private static final Map<String, String> REFUSED = Map.of(
            "ACP_grammar_filter",
            "it parses answers with grammars in Python",
            "decontaminate",
            "it does nothing in the reference and ends its run");

    private Filters() {}

    /**
     * Returns a filter.
     *
     * @param function the name of the filter
     * @param arguments what the task file gives beside the name; {@code filter_fn} of {@code custom} is a {@link ResponseFilter}
     * @throws IllegalArgumentException if there is no such filter, or it does not take these arguments
     */
    public static ResponseFilter of(String function, Map<String, ? extends @Nullable Object> arguments) {
        if (REFUSED.containsKey(function)) {
            throw new IllegalArgumentException(
                    "The filter '" + function + "' cannot be had: " + REFUSED.get(function) + "; leave the task out.");
        }
        Function<FilterArguments, ResponseFilter> factory = TABLE.get(function);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "There is no filter '" + function + "'; use one of " + new TreeMap<>(TABLE).keySet() + ".");
        }
        FilterArguments given = FilterArguments.of(function, arguments);
        ResponseFilter filter = factory.apply(given);
        given.end();
        return filter;
    }

    private static ResponseFilter eachText(String name, UnaryOperator<String> step) {
        return ResponseFilter.each(response -> {
            if (response instanceof String text) {
                return step.apply(text);
            }
            throw new IllegalArgumentException("The filter '" + name + "' takes texts, not " + PythonRepr.repr(response)
                    + "; put it before what makes other values of them.");
        });
    }

    private static ResponseFilter map(FilterArguments arguments) {
        Map<?, ?> mapping = arguments.mapping("mapping_dict");
        Object otherwise = arguments.optional("default_value");
        return ResponseFilter.each(response -> mapping.containsKey(response) ? mapping.get(response) : otherwise);
    }

    private static ResponseFilter custom(FilterArguments arguments) {
        Object function = arguments.optional("filter_fn");
        if (function instanceof ResponseFilter filter) {
            return filter;
        }
        throw arguments.unfit("filter_fn", String.valueOf(function), "a function that has a native equivalent");
    }

    /** Returns a text without the characters that {@code re} gives a meaning: {@code re.escape}. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ("\t\n\u000b\f\r #$&()*+-.?[\\]^{|}~".indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }

    /** Compiles an alternation of texts, the longest first so that none is hidden behind its beginning. */
    static PythonRegex anyOf(Iterable<String> texts) {
        java.util.List<String> escaped = new java.util.ArrayList<>();
        texts.forEach(text -> escaped.add(escaped(text)));
        escaped.sort(java.util.Comparator.comparingInt(PythonText::length).reversed());
        return PythonRegex.compile(String.join("|", escaped));
    }
}
