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

    private static final List<String> MMLU = List.of(
            "abstract_algebra",
            "anatomy",
            "astronomy",
            "business_ethics",
            "clinical_knowledge",
            "college_biology",
            "college_chemistry",
            "college_computer_science",
            "college_mathematics",
            "college_medicine",
            "college_physics",
            "computer_security",
            "conceptual_physics",
            "econometrics",
            "electrical_engineering",
            "elementary_mathematics",
            "formal_logic",
            "global_facts",
            "high_school_biology",
            "high_school_chemistry",
            "high_school_computer_science",
            "high_school_european_history",
            "high_school_geography",
            "high_school_government_and_politics",
            "high_school_macroeconomics",
            "high_school_mathematics",
            "high_school_microeconomics",
            "high_school_physics",
            "high_school_psychology",
            "high_school_statistics",
            "high_school_us_history",
            "high_school_world_history",
            "human_aging",
            "human_sexuality",
            "international_law",
            "jurisprudence",
            "logical_fallacies",
            "machine_learning",
            "management",
            "marketing",
            "medical_genetics",
            "miscellaneous",
            "moral_disputes",
            "moral_scenarios",
            "nutrition",
            "philosophy",
            "prehistory",
            "professional_accounting",
            "professional_law",
            "professional_medicine",
            "professional_psychology",
            "public_relations",
            "security_studies",
            "sociology",
            "us_foreign_policy",
            "virology",
            "world_religions");

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
        for (String subject : MMLU) {
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
