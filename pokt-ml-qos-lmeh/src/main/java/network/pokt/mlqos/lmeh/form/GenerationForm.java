package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.metric.TaskMetric;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code generate_until}: a text is generated and compared with the target.
 *
 * @param format reads target and choices
 * @param generation how to generate
 * @param metrics compare the texts
 * @param severalTargets whether the target is a list, any of which is right
 * @param meaning judges for the metric {@value MeaningMatch#METRIC}, if it is one of them
 */
record GenerationForm(
        DocFormat format,
        Ask.Generation generation,
        List<TaskMetric> metrics,
        boolean severalTargets,
        Optional<MeaningJudge> meaning)
        implements OutputForm {

    @Override
    public void check(Doc doc) {
        meaning.ifPresent(judge -> judge.candidates(doc));
    }

    @Override
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        return List.of(new Ask.Generate(contexts.get(0), generation));
    }

    @Override
    public Object result(Reply reply) {
        if (reply instanceof Reply.Generated generated) {
            boolean calls = !generated.toolCalls().isEmpty() && metrics.stream().anyMatch(TaskMetric::isOfToolCalls);
            return calls ? JsonMapper.shared().writeValueAsString(generated.toolCalls()) : generated.text();
        }
        throw new IllegalArgumentException("The task is judged by a generated text, not by " + reply + ".");
    }

    @Override
    public Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results) {
        Object result = results.get(0);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (TaskMetric metric : metrics) {
            if (meaning.isPresent() && metric.name().equals(MeaningMatch.METRIC)) {
                items.put(metric.name(), meaning.get().judge(doc, result));
                continue;
            }
            Object gold = gold(doc, result);
            Object item = severalTargets && !metric.isOfToolCalls()
                    ? anyOf(metric, gold, result)
                    : metric.score(single(gold), single(result));
            if (item instanceof Map<?, ?> several) {
                several.forEach((name, value) -> items.put(String.valueOf(name), value));
            } else {
                items.put(metric.name(), item);
            }
        }
        return items;
    }

    private @Nullable Object gold(Doc doc, @Nullable Object result) {
        Object gold = format.target(doc);
        if (format.hasChoices()) {
            List<String> choices = format.choices(doc);
            int place = gold instanceof Number number ? number.intValue() : -1;
            if (place < 0 || place >= choices.size()) {
                throw doc.unfit("doc_to_target gives " + PythonRepr.repr(gold) + ", which names none of the choices");
            }
            return choices.get(place);
        }
        return severalTargets || gold instanceof String || result instanceof List<?> ? gold : PythonRepr.str(gold);
    }

    private static Object anyOf(TaskMetric metric, @Nullable Object gold, @Nullable Object result) {
        List<?> golds = gold instanceof List<?> several ? several : single(gold);
        boolean right = golds.stream().anyMatch(one -> isTrue(metric, metric.score(single(one), single(result))));
        return right ? 1.0 : 0.0;
    }

    private static boolean isTrue(TaskMetric metric, @Nullable Object score) {
        Object value = score instanceof Map<?, ?> scores ? scores.get(metric.name()) : score;
        return value instanceof Number number ? number.doubleValue() != 0 : value instanceof List<?>;
    }

    private static List<@Nullable Object> single(@Nullable Object value) {
        List<@Nullable Object> single = new ArrayList<>(1);
        single.add(value);
        return single;
    }
}
