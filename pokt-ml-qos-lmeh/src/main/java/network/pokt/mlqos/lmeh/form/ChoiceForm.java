package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.metric.LikelihoodChoice;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * {@code multiple_choice}: how probable each choice is, and whether the preferred one is right.
 *
 * @param format reads choices and the right one
 * @param delimiter what stands between context and choice
 * @param metrics the names of the metrics that are wanted
 * @param choicesAreQuestions whether each choice is a context of its own, followed by the one target
 */
record ChoiceForm(DocFormat format, String delimiter, Set<String> metrics, boolean choicesAreQuestions)
        implements OutputForm {

    private static final String MUTUAL_INFORMATION = "acc_mutual_info";

    /** What the reference takes for a right choice that is none of the choices. */
    private static final int NONE = -100;

    @Override
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        List<String> choices = format.choices(doc);
        List<Ask> asks = new ArrayList<>();
        if (choicesAreQuestions) {
            String continuation = delimiter + PythonRepr.str(format.target(doc));
            contexts.forEach(context -> asks.add(new Ask.Loglikelihood(text(context), continuation)));
        } else {
            String context = text(contexts.get(0));
            choices.forEach(choice -> asks.add(new Ask.Loglikelihood(context, delimiter + choice)));
        }
        if (metrics.contains(MUTUAL_INFORMATION)) {
            choices.forEach(choice -> asks.add(new Ask.Loglikelihood("", delimiter + choice)));
        }
        return asks;
    }

    private static String text(Ask.Context context) {
        if (context instanceof Ask.Text text) {
            return text.text();
        }
        throw new IllegalArgumentException(
                "A log-likelihood is asked after a text, not in a conversation; use the style TEXT or a chat template.");
    }

    @Override
    public Object result(Reply reply) {
        return Likelihoods.of(reply);
    }

    @Override
    public Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results) {
        List<String> choices = format.choices(doc);
        int count = choices.size();
        double[] all = results.stream().mapToDouble(Likelihoods::logprob).toArray();
        double[] conditional = Arrays.copyOf(all, count);
        Gold gold = gold(doc, choices);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (String metric : metrics) {
            Object item = switch (metric) {
                case "acc" -> gold.value(LikelihoodChoice.best(conditional));
                case "acc_norm" -> gold.value(LikelihoodChoice.bestPerCharacter(conditional, choices));
                case "acc_bytes" -> gold.value(LikelihoodChoice.bestPerByte(conditional, choices));
                case "exact_match" -> gold.isAny(place -> Likelihoods.greedy(results.get(place))) ? 1L : 0L;
                case "f1", "mcc" -> Arrays.asList(gold.label(), (long) LikelihoodChoice.best(conditional));
                case "brier_score" -> Arrays.asList(gold.label(), Likelihoods.softmax(conditional));
                case "likelihood" -> Arrays.asList(gold.label(), boxed(conditional));
                case MUTUAL_INFORMATION ->
                    gold.value(LikelihoodChoice.best(
                            information(conditional, Arrays.copyOfRange(all, count, all.length))));
                default -> null;
            };
            items.put(metric, item);
        }
        return items;
    }

    private static double[] information(double[] conditional, double... unconditional) {
        double[] gained = conditional.clone();
        for (int i = 0; i < gained.length; i++) {
            gained[i] -= unconditional[i];
        }
        return gained;
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private Gold gold(Doc doc, List<String> choices) {
        Object gold = choicesAreQuestions ? format.question(doc) : format.target(doc);
        Set<Integer> places = places(gold, choices);
        return gold instanceof List<?>
                ? new Gold(places, PythonRepr.str(gold))
                : new Gold(places, (long) places.iterator().next());
    }

    /** Returns the places of the choices that a target means, any of which is right; {@link #NONE} for what is no choice. */
    static Set<Integer> places(@Nullable Object gold, List<String> choices) {
        Set<Integer> places = new TreeSet<>();
        if (gold instanceof List<?> several) {
            several.forEach(one -> places.add(place(one, choices)));
        } else {
            places.add(place(gold, choices));
        }
        return places;
    }

    private static int place(@Nullable Object gold, List<String> choices) {
        if (gold instanceof Number number) {
            return number.longValue() < choices.size() ? number.intValue() : NONE;
        } else if (gold instanceof Boolean truth) {
            return (truth ? 1 : 0) < choices.size() ? (truth ? 1 : 0) : NONE;
        }
        int place = gold instanceof String text ? choices.indexOf(text) : -1;
        return place < 0 ? NONE : place;
    }

    /**
     * The right choices.
     *
     * @param places any of them is right; {@link #NONE} matches no choice
     * @param label what stands for it in classifications
     */
    private record Gold(Set<Integer> places, Object label) {

        double value(int preferred) {
            return places.contains(preferred) ? 1 : 0;
        }

        boolean isAny(IntPredicate matches) {
            return places.stream().anyMatch(place -> place >= 0 && matches.test(place));
        }
    }
}
