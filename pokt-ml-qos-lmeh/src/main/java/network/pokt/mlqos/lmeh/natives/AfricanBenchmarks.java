package network.pokt.mlqos.lmeh.natives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** AfriXNLI and AfriMMLU: prompts and labels that stand in the tasks' files, filled in. */
final class AfricanBenchmarks {

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)\\}");

    private AfricanBenchmarks() {}

    static void register(Entries entries) {
        // Prompts that are not named here are the same as one that is.
        for (String folder : List.of("direct/prompt_1", "direct/prompt_2", "direct/prompt_5")) {
            entries.addFactory("afrixnli/" + folder + "/utils.py#doc_to_target", AfricanBenchmarks::label);
        }
        entries.addFactory("afrixnli/direct/prompt_1/utils.py#doc_to_text", AfricanBenchmarks::inference);
        entries.addFactory("afrixnli/lai prompt/direct/utils.py#doc_to_text", AfricanBenchmarks::inference);
        for (String folder : List.of("direct", "translate")) {
            for (int prompt = 1; prompt <= 5; prompt++) {
                String file = "afrimmlu/" + folder + "/prompt_" + prompt + "/utils.py";
                entries.addFactory(file + "#doc_to_text", AfricanBenchmarks::question);
                entries.add(file + "#doc_to_choice", (DocFunction) BenchmarkDocs::literalChoices);
            }
        }
    }

    private static DocFunction label(FunctionRef original) {
        Object labels = PythonConstant.read(original.file(), "def doc_to_target\\(doc\\):\\s*replacements = (?=\\{)");
        Map<Object, Object> names = new HashMap<>(labels instanceof Map<?, ?> map ? map : Map.of());
        return doc -> {
            Object name = names.get(Columns.integer(doc, "label"));
            if (name == null) {
                throw doc.unfit("there is the label " + Columns.printed(doc, "label") + ", which has no name");
            }
            return name;
        };
    }

    private static DocFunction inference(FunctionRef original) {
        String template = template(original);
        return doc -> filled(
                template,
                Columns.of("premise", Columns.value(doc, "premise"), "hypothesis", Columns.value(doc, "hypothesis")));
    }

    private static DocFunction question(FunctionRef original) {
        String template = template(original);
        return doc -> {
            List<?> choices = BenchmarkDocs.literalChoices(doc);
            if (choices.size() < 4) {
                throw doc.unfit("there are " + choices.size() + " choices, fewer than 4");
            }
            return filled(
                    template,
                    Columns.of(
                            "subject", Columns.value(doc, "subject"),
                            "question", Columns.value(doc, "question"),
                            "choice1", choices.get(0),
                            "choice2", choices.get(1),
                            "choice3", choices.get(2),
                            "choice4", choices.get(3)));
        };
    }

    private static String template(FunctionRef original) {
        if (PythonConstant.read(original.file(), "def doc_to_text\\(doc\\):\\s*output = (?=\"\"\")")
                instanceof String text) {
            return text;
        }
        throw new UnsupportedFunctionException("The prompt in " + original.file() + " is no text; restore the file.");
    }

    private static String filled(String template, Map<String, @Nullable Object> fields) {
        return FIELD.matcher(template)
                .replaceAll(field -> Matcher.quoteReplacement(PythonRepr.str(fields.get(field.group(1)))));
    }
}
