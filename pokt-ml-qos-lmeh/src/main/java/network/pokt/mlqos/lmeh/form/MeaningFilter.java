package network.pokt.mlqos.lmeh.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.doc.DocTexts;
import network.pokt.mlqos.lmeh.filter.FilterArguments;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.match.MatchException;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@value MeaningMatch#FILTER}: puts the candidate that is nearest in meaning in the place of each answer. Candidates
 * are the choices of {@code doc_to_choice}, or what the argument {@code candidates} gives: a list, a column or a template.
 */
final class MeaningFilter {

    /** What an answer without any text becomes, as in the filters of the reference that find nothing. */
    private static final String NOTHING = "[invalid]";

    private MeaningFilter() {}

    /**
     * Compiles the filter.
     *
     * @throws IllegalArgumentException if it has other arguments, or there are no candidates
     */
    static ResponseFilter compile(
            Map<String, @Nullable Object> given,
            DocFormat format,
            Set<String> columns,
            FunctionRegistry functions,
            Optional<MeaningMatch> match) {
        FilterArguments arguments = FilterArguments.of(MeaningMatch.FILTER, given);
        Object raw = arguments.optional("candidates");
        arguments.end();
        if (raw == null && !format.hasChoices()) {
            throw new IllegalArgumentException(
                    "The filter " + MeaningMatch.FILTER + " chooses among candidates, of which the"
                            + " task has none; give it the argument candidates, a list, column or template, or doc_to_choice.");
        }
        Function<Doc, List<String>> candidates = raw == null
                ? format::choices
                : DocTexts.compile(MeaningMatch.FILTER + ".candidates", FieldValue.of(raw), columns, functions)::of;
        return ResponseFilter.eachWithDoc((response, doc) -> {
            String answer = PythonRepr.str(response);
            MeaningMatch asked = match.orElseThrow(
                    () -> new MatchException("Nobody was named who says how near texts are; name one with meaning()."));
            return answer.isBlank() ? NOTHING : asked.nearest(answer, candidates.apply(doc));
        });
    }
}
