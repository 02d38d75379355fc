package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.doc.DocText;
import network.pokt.mlqos.lmeh.form.TaskForm;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** Puts the prompts of one task together. Immutable and thread-safe. */
final class TaskPrompts {

    private final DocFormat format;
    private final DocFormat shotFormat;
    private final DocText description;
    private final String systemInstruction;
    private final boolean choicesAreQuestions;

    private TaskPrompts(TaskConfig config, TaskData data, String systemInstruction) {
        boolean hasChoices = config.format().choice().isPresent();
        Set<String> columns = data.first().columns().keySet();
        this.format = DocFormat.compile(config.format(), hasChoices, columns, data.functions());
        this.shotFormat = DocFormat.compile(config.fewShot().format(), hasChoices, columns, data.functions());
        this.description = DocText.of(((FieldValue.Text) config.description()).text());
        this.systemInstruction = systemInstruction;
        this.choicesAreQuestions = TaskForm.choicesAreQuestions(format, data.first());
    }

    static TaskPrompts compile(TaskConfig config, TaskData data, String systemInstruction) {
        return new TaskPrompts(config, data, systemInstruction);
    }

    /** Returns how the evaluated documents are read. */
    DocFormat format() {
        return format;
    }

    /** Throws now what a document that is not fit would make a run throw later. */
    void check(Doc doc) {
        of(doc, List.of());
        if (format.hasChoices()) {
            format.choices(doc);
        }
        format.target(doc);
    }

    /** Throws now what an example that is not fit would make a run throw later. */
    void checkExample(Doc shot) {
        shotQuestion(shot);
        shotAnswer(shot);
    }

    /** Returns the prompt of a document, or one for each choice where choices are questions. */
    List<FewShotPrompt> of(Doc doc, List<Doc> shots) {
        String system = format.layout().fewShot().join(systemInstruction, description.of(doc));
        FewShotPrompt.Builder prompt = FewShotPrompt.builder().system(system);
        for (Doc shot : shots) {
            prompt.shot(shotFormat.layout(), shotQuestion(shot), shotFormat.prefix(shot), shotAnswer(shot));
        }
        String prefix = format.prefix(doc);
        if (!choicesAreQuestions) {
            return List.of(prompt.ask(format.layout(), text(format.question(doc), doc), prefix));
        }
        List<FewShotPrompt> ofChoices = new ArrayList<>();
        for (String choice : format.choices(doc)) {
            ofChoices.add(prompt.ask(format.layout().withTarget(""), choice, prefix));
        }
        return ofChoices;
    }

    private String shotQuestion(Doc shot) {
        Object question = shotFormat.question(shot);
        return choicesAreQuestions ? chosen(shotFormat.choices(shot), question, shot) : text(question, shot);
    }

    private String shotAnswer(Doc shot) {
        Object answer = shotFormat.target(shot);
        if (answer instanceof Number place && shotFormat.hasChoices() && !choicesAreQuestions) {
            return chosen(shotFormat.choices(shot), place, shot);
        }
        Object first = answer instanceof List<?> several && !several.isEmpty() ? several.get(0) : answer;
        if (first == null) {
            return "";
        }
        return text(first, shot);
    }

    /** Python counts places from the end if they are negative. */
    private static String chosen(List<String> choices, @Nullable Object place, Doc doc) {
        int index = place instanceof Number number ? number.intValue() : Integer.MIN_VALUE;
        int fromStart = index < 0 ? choices.size() + index : index;
        if (fromStart < 0 || fromStart >= choices.size()) {
            throw doc.unfit(
                    "the answer " + PythonRepr.repr(place) + " names none of the " + choices.size() + " choices");
        }
        return choices.get(fromStart);
    }

    private static String text(Object value, Doc doc) {
        if (value instanceof String text) {
            return text;
        }
        throw doc.unfit("question or answer is no text but " + PythonRepr.repr(value));
    }
}
