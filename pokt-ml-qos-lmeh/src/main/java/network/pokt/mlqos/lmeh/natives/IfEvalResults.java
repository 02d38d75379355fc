package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.ifeval.IfEval;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** How IFEval's verdicts become metrics. */
final class IfEvalResults {

    private IfEvalResults() {}

    static void register(Entries entries) {
        for (String file : List.of("leaderboard/ifeval/utils.py", "ifeval/utils.py")) {
            entries.add(file + "#process_results", (ResultsFunction) IfEvalResults::judged);
            entries.add(file + "#agg_inst_level_acc", (AggregationFunction) IfEvalResults::flattenedMean);
        }
    }

    private static Map<String, @Nullable Object> judged(Doc doc, List<?> results) {
        IfEval.Verdict verdict = IfEval.judge(doc, PythonRepr.str(results.get(0)));
        return Columns.of(
                "prompt_level_strict_acc", verdict.isStrict(),
                "inst_level_strict_acc", verdict.strict(),
                "prompt_level_loose_acc", verdict.isLoose(),
                "inst_level_loose_acc", verdict.loose());
    }

    /** The share of true among all verdicts of all documents. */
    private static double flattenedMean(List<? extends @Nullable Object> items) {
        long followed = 0;
        long all = 0;
        for (Object item : items) {
            if (item instanceof List<?> verdicts) {
                followed += verdicts.stream().filter(Boolean.TRUE::equals).count();
                all += verdicts.size();
            }
        }
        return all == 0 ? Double.NaN : (double) followed / all;
    }
}
