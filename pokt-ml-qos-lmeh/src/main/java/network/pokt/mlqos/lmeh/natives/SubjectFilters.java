package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import org.jspecify.annotations.Nullable;

/** Tasks that are one subject of a larger dataset: {@code process_biology} keeps the documents about biology. */
final class SubjectFilters {

    private static final String PREFIX = "process_";

    private static final List<String> MMLU_PRO = List.of(
            "biology",
            "business",
            "chemistry",
            "computer science",
            "economics",
            "engineering",
            "health",
            "history",
            "law",
            "math",
            "other",
            "philosophy",
            "physics",
            "psychology");

    private SubjectFilters() {}

    static void register(Entries entries) {
        for (String subject : MMLU_PRO) {
            DocsFunction filter = Columns.filter(doc -> subject.equals(Columns.value(doc, "category")));
            entries.addEverywhere(
                    PREFIX + subject.replace(' ', '_'),
                    filter,
                    "mmlu_pro/utils.py",
                    "mmlu-pro-plus/utils.py",
                    "mmlu_prox/af/utils.py",
                    "llama3/instruct/mmlu_pro/utils.py");
        }
        for (String subject : MmluSubjects.NAMES) {
            entries.add(
                    "openai-mmmlu/default/utils.py#" + PREFIX + subject,
                    Columns.filter(doc -> subject.equals(mmmluSubject(doc))));
            entries.add(
                    "global_mmlu/full/ar/utils.py#" + PREFIX + subject,
                    Columns.filter(doc -> subject.equals(Columns.value(doc, "subject"))));
        }
    }

    /** Some configurations have names of files as subjects. */
    private static @Nullable Object mmmluSubject(Doc doc) {
        Object subject = Columns.value(doc, "Subject");
        if (subject instanceof String name) {
            for (String marker : List.of("_test.csv", "_test-")) {
                int found = name.indexOf(marker);
                if (found >= 0) {
                    return name.substring(0, found);
                }
            }
        }
        return subject;
    }
}
