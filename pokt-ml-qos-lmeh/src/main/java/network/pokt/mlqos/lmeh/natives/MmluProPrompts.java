package network.pokt.mlqos.lmeh.natives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;

/** Questions of MMLU-Pro and its translations, to be answered step by step or by a letter. */
final class MmluProPrompts {

    private static final String STEP_BY_STEP = "A: Let's think step by step.";
    private static final String ANSWER_STEP_BY_STEP = "Answer: Let's think step by step.";
    private static final PythonRegex ANSWER_IS = PythonRegex.compile("The answer is \\(([A-Z])\\)\\.");

    private MmluProPrompts() {}

    static void register(Entries entries) {
        DocFunction ten = doc -> question(doc, 10);
        DocFunction sixteen = doc -> question(doc, 16);
        DocFunction target = doc -> doc.text("cot_content").replace(STEP_BY_STEP + " ", "");
        entries.addAll(
                "mmlu_pro/utils.py", Map.of("doc_to_text", ten, "fewshot_to_text", ten, "fewshot_to_target", target));
        entries.addAll(
                "mmlu-pro-plus/utils.py",
                Map.of("doc_to_text", sixteen, "fewshot_to_text", sixteen, "fewshot_to_target", target));
        entries.add("leaderboard/mmlu_pro/utils.py#doc_to_text", (DocFunction) MmluProPrompts::plain);
        entries.add("leaderboard/mmlu_pro/utils.py#doc_to_choice", (DocFunction)
                doc -> letters(doc, doc.texts("options").size()));
        entries.addFactory("mmlu_prox/af/utils.py#doc_to_text", original -> translated(original, false));
        entries.addFactory("mmlu_prox/af/utils.py#fewshot_to_text", original -> translated(original, true));
        entries.add("llama3/instruct/mmlu_pro/utils.py#fewshot_to_text", (DocFunction) doc -> {
            String text = doc.text("cot_content");
            String rest = text.startsWith(STEP_BY_STEP) ? text.substring(STEP_BY_STEP.length()) : text;
            return ANSWER_IS.replace(
                    PythonText.strip(rest), Integer.MAX_VALUE, match -> "The best answer is " + match.get(1) + ".");
        });
    }

    /** The question with its options, ten at most or as many as there are letters for. */
    private static String question(Doc doc, int most) {
        StringBuilder prompt =
                new StringBuilder("Question:\n").append(doc.text("question")).append("\nOptions:\n");
        List<String> options = doc.texts("options");
        if (options.size() > most && most > 10) {
            throw doc.unfit("there are " + options.size() + " options, more than letters");
        }
        for (int i = 0; i < Math.min(most, options.size()); i++) {
            prompt.append((char) ('A' + i))
                    .append(". ")
                    .append(PythonText.strip(options.get(i)))
                    .append('\n');
        }
        return prompt.append(ANSWER_STEP_BY_STEP).toString();
    }

    private static Object plain(Doc doc) {
        StringBuilder prompt = new StringBuilder(doc.text("question")).append('\n');
        List<String> options = doc.texts("options");
        List<String> letters = letters(doc, options.size());
        for (int i = 0; i < options.size(); i++) {
            prompt.append(letters.get(i)).append(". ").append(options.get(i)).append('\n');
        }
        return prompt.append("Answer:").toString();
    }

    private static List<String> letters(Doc doc, int count) {
        if (count > 26) {
            throw doc.unfit("there are " + count + " options, more than letters");
        }
        List<String> letters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            letters.add(Character.toString('A' + i));
        }
        return letters;
    }

    /** MMLU-ProX: the words around a question are those of the language that the task's folder is named after. */
    private static DocFunction translated(FunctionRef original, boolean withAnswer) {
        List<String> words = words(original);
        return doc -> {
            StringBuilder prompt = new StringBuilder(words.get(0))
                    .append('\n')
                    .append(doc.text("question"))
                    .append('\n')
                    .append(words.get(1))
                    .append('\n');
            for (int i = 0; i < 10; i++) {
                Object option = Columns.value(doc, "option_" + i);
                if (option != null) {
                    prompt.append((char) ('A' + i))
                            .append(". ")
                            .append(PythonRepr.str(option))
                            .append('\n');
                }
            }
            return withAnswer
                    ? prompt.append(doc.text("cot_content").replace(words.get(4), words.get(2)))
                            .append("\n\n")
                            .toString()
                    : prompt.append(words.get(2)).toString();
        };
    }

    private static List<String> words(FunctionRef original) {
        Path file = original.file().toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
        Object languages = PythonConstant.read(folder.resolveSibling("lang_libs.py"), "LANG_LIBS\\s*=\\s*(?=\\{)");
        String language = String.valueOf(folder.getFileName());
        if (languages instanceof Map<?, ?> map && map.get(language) instanceof List<?> words && words.size() > 4) {
            return words.stream().map(PythonRepr::str).toList();
        }
        throw new UnsupportedFunctionException(
                "There are no words for the language '" + language + "' in lang_libs.py; restore the file.");
    }
}
