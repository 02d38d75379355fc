package network.pokt.mlqos.lmeh.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.metric.LikelihoodChoice;
import org.jspecify.annotations.Nullable;

/** Judgements of likelihoods that are not the harness's own. */
final class ChoiceScores {

    private ChoiceScores() {}

    /** AGIEval: the preferred choice is right if it is one of several. */
    static ResultsFunction anyOf(PythonSource source) {
        Texts texts = Texts.of(source);
        String gold = texts.next();
        String choices = texts.next();
        String accuracy = texts.next();
        String normalized = texts.next();
        texts.end();
        return (doc, results) -> {
            double[] likelihoods = likelihoods(doc, results);
            List<?> right = Columns.list(doc, gold);
            List<String> options = doc.texts(choices);
            Map<String, @Nullable Object> scores = new LinkedHashMap<>();
            scores.put(accuracy, isOne(right, LikelihoodChoice.best(likelihoods)));
            scores.put(normalized, isOne(right, LikelihoodChoice.bestPerCharacter(likelihoods, options)));
            return scores;
        };
    }

    /** CrowS-Pairs: how far apart two sentences are, and whether the first is the likelier one. */
    static ResultsFunction stereotype(PythonSource source) {
        Texts texts = Texts.of(source);
        String difference = texts.next();
        String preferred = texts.next();
        texts.end();
        return (doc, results) -> {
            double[] likelihoods = likelihoods(doc, results);
            if (likelihoods.length != 2) {
                throw doc.unfit("there are " + likelihoods.length + " sentences where two are compared");
            }
            Map<String, @Nullable Object> scores = new LinkedHashMap<>();
            scores.put(difference, Math.abs(likelihoods[0] - likelihoods[1]));
            scores.put(preferred, likelihoods[0] > likelihoods[1] ? 1.0 : 0.0);
            return scores;
        };
    }

    private static double isOne(List<?> right, int choice) {
        for (Object gold : right) {
            if (gold instanceof Number number && number.doubleValue() == choice) {
                return 1;
            }
        }
        return 0;
    }

    private static double[] likelihoods(Doc doc, List<?> results) {
        List<Double> values = new ArrayList<>();
        for (Object result : results) {
            if (!(result instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof Double likelihood)) {
                throw doc.unfit("there are other results than likelihoods");
            }
            values.add(likelihood);
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
