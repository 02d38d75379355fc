package network.pokt.mlqos.lmeh.metric;

import java.util.List;
import network.pokt.mlqos.metric.Classified;
import network.pokt.mlqos.metric.Forecast;
import network.pokt.mlqos.metric.TextPair;
import network.pokt.mlqos.metric.WeightedLikelihood;
import network.pokt.mlqos.template.PythonRepr;

/** Reads what samples contribute, as aggregations take it; the reference passes tuples and lists around. */
final class Items {

    private Items() {}

    static double number(Object item) {
        if (item instanceof Number number) {
            return number.doubleValue();
        } else if (item instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw unusable(item, "a number");
    }

    /** Reads a log-likelihood and its weight. */
    static WeightedLikelihood weighted(Object item) {
        List<?> pair = pairOf(item);
        return new WeightedLikelihood(number(pair.get(0)), number(pair.get(1)));
    }

    /** Reads the right class and the chosen one. */
    static Classified<Object> classified(Object item) {
        List<?> pair = pairOf(item);
        return new Classified<>(label(pair.get(0)), label(pair.get(1)));
    }

    /** Reads the place of the right choice and the probability of each. */
    static Forecast forecast(Object item) {
        List<?> pair = pairOf(item);
        if (pair.get(1) instanceof List<?> probabilities) {
            return new Forecast(
                    (int) number(pair.get(0)),
                    probabilities.stream().map(Items::number).toList());
        }
        throw unusable(item, "a choice and the probabilities of all");
    }

    /** Reads a reference, or a list of them, and a prediction. */
    static TextPair pair(Object item) {
        List<?> pair = pairOf(item);
        String prediction = PythonRepr.str(pair.get(1));
        if (pair.get(0) instanceof List<?> references) {
            return new TextPair(
                    prediction, references.stream().map(PythonRepr::str).toList());
        }
        return TextPair.of(prediction, PythonRepr.str(pair.get(0)));
    }

    private static Object label(Object label) {
        return label instanceof Number number && number.doubleValue() == number.longValue()
                ? (Object) number.longValue()
                : label;
    }

    private static List<?> pairOf(Object item) {
        if (item instanceof List<?> pair && pair.size() == 2 && pair.get(0) != null && pair.get(1) != null) {
            return pair;
        }
        throw unusable(item, "a pair");
    }

    private static IllegalArgumentException unusable(Object item, String wanted) {
        return new IllegalArgumentException(
                "An aggregation needs " + wanted + " of each document and got " + item + ".");
    }
}
