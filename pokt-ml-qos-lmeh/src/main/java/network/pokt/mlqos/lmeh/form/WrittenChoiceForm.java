package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.metric.TaskMetric;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Summary;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * {@code multiple_choice} for models that only write: the choices are listed with letters, and the model names one. This is
 * another measurement than log-likelihoods, so its metrics have names of their own.
 *
 * @param format reads choices and the right one
 * @param meaning also matches answers by their meaning, if present
 */
record WrittenChoiceForm(DocFormat format, Optional<MeaningMatch> meaning) implements OutputForm {

    private static final String RIGHT = "acc_written";
    private static final String NAMED = "choice_written";
    private static final String INSTRUCTION = "Answer with the letter of the right choice.";
    private static final String CUE = "Answer:";

    /** Returns the metrics: whether the right choice is named, whether any is, and whether the meaning is right. */
    static List<TaskMetric> metrics(Optional<MeaningMatch> meaning) {
        List<TaskMetric> metrics = new ArrayList<>(List.of(metric(RIGHT), metric(NAMED)));
        meaning.ifPresent(match -> metrics.add(metric(MeaningMatch.METRIC)));
        return metrics;
    }

    private static TaskMetric metric(String name) {
        return new TaskMetric(name, true, Summary.mean(), Optional.empty(), Map.of());
    }

    @Override
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        List<String> choices = choices(doc);
        return List.of(new Ask.Generate(with(contexts.get(0), choices), Ask.Generation.greedy(0)));
    }

    private static Ask.Context with(Ask.Context context, List<String> choices) {
        if (context instanceof Ask.Text text) {
            return Ask.Context.text(with(text.text(), choices));
        }
        List<ChatMessage> messages = new ArrayList<>(((Ask.Chat) context).messages());
        int last = messages.size() - 1;
        while (last > 0 && !messages.get(last).role().equals("user")) {
            last--;
        }
        messages.set(last, ChatMessage.user(with(messages.get(last).content(), choices)));
        return Ask.Context.chat(messages);
    }

    private static String with(String question, List<String> choices) {
        String asked = question.stripTrailing();
        asked = asked.endsWith(CUE)
                ? asked.substring(0, asked.length() - CUE.length()).stripTrailing()
                : asked;
        return asked + "\n" + ChoiceLetters.list(choices) + INSTRUCTION + "\n" + CUE;
    }

    private List<String> choices(Doc doc) {
        List<String> choices = format.choices(doc);
        if (choices.size() > ChoiceLetters.MOST) {
            throw doc.unfit("there are " + choices.size() + " choices and " + ChoiceLetters.MOST + " letters");
        }
        return choices;
    }

    @Override
    public Object result(Reply reply) {
        if (reply instanceof Reply.Generated generated) {
            return generated.text();
        }
        throw new IllegalArgumentException("A written choice is judged by a generated text, not by " + reply + ".");
    }

    @Override
    public Map<String, @Nullable Object> judge(Doc doc, List<? extends @Nullable Object> results) {
        List<String> choices = choices(doc);
        String answer = PythonRepr.str(results.get(0));
        OptionalInt named = ChoiceLetters.read(answer, choices);
        Set<Integer> right = ChoiceForm.places(format.target(doc), choices);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        items.put(RIGHT, named.isPresent() && right.contains(named.getAsInt()) ? 1.0 : 0.0);
        items.put(NAMED, named.isPresent() ? 1.0 : 0.0);
        meaning.ifPresent(match -> items.put(MeaningMatch.METRIC, matched(match, answer, choices, right)));
        return items;
    }

    private static double matched(MeaningMatch match, String answer, List<String> choices, Set<Integer> right) {
        List<String> rights = new ArrayList<>();
        List<String> wrongs = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            List<String> group = right.contains(i) ? rights : wrongs;
            String own = choices.get(i).strip();
            group.add(own);
            if (!own.equals(ChoiceLetters.letter(i))) {
                group.add(ChoiceLetters.letter(i) + ". " + own);
            }
        }
        return !rights.isEmpty() && match.judge(answer, rights, wrongs).isRight() ? 1 : 0;
    }
}
