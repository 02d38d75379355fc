package network.pokt.mlqos.lmeh.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** Documents of examinations in many languages: a question, choices by letter, and which one is right. */
final class MultipleChoiceDocs {

    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> ARABIC_LETTERS = List.of("أ", "ب", "ج", "د", "و");
    private static final String ARABIC_ANSWER = "الإجابة:";

    private MultipleChoiceDocs() {}

    static void register(Entries entries) {
        entries.addEverywhere(
                "process_docs",
                Columns.map(MultipleChoiceDocs::mmlusr),
                "mmlusr/answer_only/utils.py",
                "mmlusr/question_only/utils.py",
                "mmlusr/question_and_answer/utils.py");
        entries.add("tmmluplus/default/utils.py#process_docs", Columns.map(doc -> taiwanese(doc, 4)));
        entries.add("tmlu/default/utils.py#process_docs", Columns.map(doc -> taiwanese(doc, 6)));
        entries.add("eus_exams/utils.py#process_docs", Columns.filter(MultipleChoiceDocs::hasBasqueAnswer));
        String arabic = "arabic_leaderboard_complete/arabic_leaderboard_";
        entries.add(arabic + "avca/utils.py#process_docs", Columns.map(MultipleChoiceDocs::arabicTrueOrFalse));
        entries.add(arabic + "arabic_mmlu/utils.py#process_docs", Columns.map(MultipleChoiceDocs::arabicMmlu));
        entries.add(arabic + "arabic_mt_mmlu/utils.py#process_docs", Columns.map(MultipleChoiceDocs::arabicTranslated));
        entries.addFactory(
                "aradice/ArabicMMLU/EGY/utils.py#process_docs",
                original -> dialect(original, "ده سؤال %s. اختار الإجابة الصحيحة!\n\nسؤال: %s\n%s\n\nإجابة:"));
        entries.addFactory(
                "aradice/ArabicMMLU/LEV/utils.py#process_docs",
                original -> dialect(original, "هيدا سؤال %s. نقي الجواب الصح!\n\nسؤال: %s\n%s\n\nالجواب:"));
        entries.addFactory("greekmmlu/utils.py#doc_to_text", MultipleChoiceDocs::greekText);
        entries.add("greekmmlu/utils.py#doc_to_choice", (DocFunction) doc -> letters(doc, "Α", "Β", "Γ", "Δ"));
        entries.add(
                "egymmlu/utils.py#doc_to_text",
                moroccanOrEgyptian("egy_subject", "ده سؤال متعدد الاختيار (مع إجابته) على %s\n\n%s\n%s\n الجواب:"));
        entries.add(
                "darijammlu/utils.py#doc_to_text",
                moroccanOrEgyptian(
                        "subject_darija", "هادا سؤال متعدد الخيارات (مع الجواب ديالو) على %s\n\n%s\n%s\nالجواب:"));
        entries.add("egymmlu/utils.py#doc_to_choice", (DocFunction) doc -> letters(doc, "A", "B", "C", "D", "E"));
        entries.add("arabicmmlu/utils.py#doc_to_text", (DocFunction) MultipleChoiceDocs::arabicMmluInEnglish);
        entries.add("arabicmmlu/utils.py#doc_to_choice", (DocFunction) doc -> {
            List<String> present = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                if (!Columns.isFalsy(Columns.value(doc, "Option " + (i + 1)))) {
                    present.add(LETTERS.get(i));
                }
            }
            return present;
        });
    }

    private static Doc mmlusr(Doc doc) {
        List<Object> choices = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            Object choice = Columns.value(doc, "choice" + i);
            choices.add(choice == null || Columns.isFalsy(choice) ? "" : choice);
        }
        Object answer = Columns.value(doc, "answer");
        return Columns.with(
                doc,
                Columns.of(
                        "choices",
                        choices,
                        "answer",
                        PythonText.strip(Columns.isFalsy(answer) ? "" : PythonRepr.str(answer))));
    }

    /** Four choices at least, and up to {@code most} if they are there. */
    private static Doc taiwanese(Doc doc, int most) {
        List<String> answers = new ArrayList<>(LETTERS.subList(0, 4));
        List<@Nullable Object> choices = new ArrayList<>();
        answers.forEach(letter -> choices.add(Columns.value(doc, letter)));
        for (String letter : LETTERS.subList(4, most)) {
            Object choice = doc.columns().get(letter);
            if (!Columns.isFalsy(choice)) {
                answers.add(letter);
                choices.add(choice);
            }
        }
        return Columns.with(
                doc,
                Columns.of(
                        "questions", Columns.value(doc, "question"),
                        "choices", choices,
                        "goal", Columns.index(doc, answers, Columns.value(doc, "answer"))));
    }

    private static boolean hasBasqueAnswer(Doc doc) {
        Object answer = Columns.value(doc, "answer");
        boolean known = answer instanceof Number number
                && number.doubleValue() == number.longValue()
                && number.longValue() >= 0
                && number.longValue() <= 3;
        return known && !List.of("", "", "", "").equals(Columns.value(doc, "candidates"));
    }

    private static Doc arabicTrueOrFalse(Doc doc) {
        List<String> choices = List.of("صح", "خطأ");
        return Columns.with(
                doc,
                Columns.of(
                        "query",
                        "السؤال: " + Columns.printed(doc, "question") + "\n" + ARABIC_ANSWER,
                        "choices",
                        choices,
                        "gold",
                        Columns.index(doc, choices, Columns.value(doc, "answer"))));
    }

    private static Doc arabicMmlu(Doc doc) {
        List<String> keys = List.of("أ", "ب", "ج", "د");
        StringBuilder query = new StringBuilder("الأسئلة التالية هي أسئلة متعددة الإختيارات مع الجواب الصحيح حول ")
                .append(doc.text("subject").replace('_', ' '))
                .append(". \n\n")
                .append(Columns.printed(doc, "question"))
                .append('\n');
        for (int i = 0; i < keys.size(); i++) {
            query.append(keys.get(i))
                    .append(". ")
                    .append(Columns.printed(doc, LETTERS.get(i)))
                    .append('\n');
        }
        List<String> alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .mapToObj(Character::toString)
                .toList();
        return Columns.with(
                doc,
                Columns.of(
                        "query", query.append(ARABIC_ANSWER).toString(),
                        "choices", keys,
                        "gold", Columns.index(doc, alphabet, Columns.value(doc, "answer"))));
    }

    /** All columns are choices but the question, the label and what another harness adds. */
    private static Doc arabicTranslated(Doc doc) {
        StringBuilder query = new StringBuilder(
                        "الأسئلة التالية هي أسئلة متعددة الإختيارات مع الجواب الصحيح\n\nالسؤال: ")
                .append(Columns.printed(doc, "query"))
                .append('\n');
        List<@Nullable Object> choices = new ArrayList<>();
        doc.columns().forEach((name, value) -> {
            if (!List.of("query", "label", "__few_shots").contains(name)) {
                query.append(choices.size())
                        .append(") ")
                        .append(PythonRepr.str(value))
                        .append('\n');
                choices.add(value);
            }
        });
        return Columns.with(
                doc,
                Columns.of(
                        "query", query.append(ARABIC_ANSWER).toString(),
                        "choices", choices,
                        "gold", Columns.integer(doc, "label")));
    }

    /** ArabicMMLU in a dialect, whose words for subjects, levels and countries stand in the task's file. */
    private static DocsFunction dialect(FunctionRef original, String prompt) {
        Map<?, ?> subjects = dictionary(original, "subject_ar");
        Map<?, ?> levels = dictionary(original, "level_ar");
        Map<?, ?> countries = dictionary(original, "country_ar");
        return Columns.map(doc -> {
            String about = word(doc, subjects, "Subject")
                    + (Columns.isFalsy(Columns.value(doc, "Level")) ? "" : " " + word(doc, levels, "Level"))
                    + (Columns.isFalsy(Columns.value(doc, "Country")) ? "" : " " + word(doc, countries, "Country"));
            Object context = Columns.value(doc, "context");
            String question = (Columns.isFalsy(context) ? "" : PythonRepr.str(context) + "\n\n")
                    + Columns.printed(doc, "question");
            List<String> options = new ArrayList<>();
            if (Columns.value(doc, "options") instanceof Map<?, ?> given) {
                for (int i = 0; i < ARABIC_LETTERS.size() && given.get(LETTERS.get(i)) != null; i++) {
                    options.add(ARABIC_LETTERS.get(i) + "- " + PythonRepr.str(given.get(LETTERS.get(i))));
                }
            }
            return Columns.with(
                    doc,
                    Columns.of(
                            "prompt", String.format(prompt, about, question, String.join("\n", options)),
                            "choices", ARABIC_LETTERS.subList(0, options.size()),
                            "target", Columns.index(doc, LETTERS.subList(0, 5), Columns.value(doc, "Answer Key"))));
        });
    }

    private static DocFunction greekText(FunctionRef original) {
        Map<?, ?> subjects = dictionary(original, "subjects_gr");
        return doc -> {
            Object subject = Columns.value(doc, "subject");
            Object greek = subjects.containsKey(subject) ? subjects.get(subject) : subject;
            return "Αυτό είναι μια ερώτηση " + PythonRepr.str(greek) + ". Επίλεξε τη σωστή απάντηση!\n\nΕρώτηση: "
                    + Columns.printed(doc, "question") + "\n"
                    + listed(doc, "choices", List.of("Α", "Β", "Γ", "Δ")) + "\n\n Απάντηση:";
        };
    }

    private static DocFunction moroccanOrEgyptian(String subject, String prompt) {
        return doc -> {
            String context = Columns.printed(doc, "context");
            String question = (context.isEmpty() ? "" : context + "\n\n") + Columns.printed(doc, "question");
            return String.format(
                    prompt, Columns.printed(doc, subject), question, listed(doc, "choices", LETTERS.subList(0, 5)));
        };
    }

    private static Object arabicMmluInEnglish(Doc doc) {
        Map<String, String> levels = Map.of(
                "Primary",
                "primary school",
                "Middle",
                "middle school",
                "High",
                "high school",
                "Univ",
                "university",
                "Prof",
                "professional");
        Object level = Columns.value(doc, "Level");
        Object country = Columns.value(doc, "Country");
        Object context = Columns.value(doc, "Context");
        List<String> options = new ArrayList<>();
        for (int i = 0; i < 5 && !Columns.isFalsy(Columns.value(doc, "Option " + (i + 1))); i++) {
            options.add(LETTERS.get(i) + ". " + Columns.printed(doc, "Option " + (i + 1)));
        }
        return "This is a " + Columns.printed(doc, "Subject") + " question"
                + (Columns.isFalsy(level) ? "" : " for " + word(doc, levels, "Level"))
                + (Columns.isFalsy(country) ? "" : " in " + PythonRepr.str(country))
                + ". Select the correct answer!\n\nQuestion: "
                + (Columns.isFalsy(context) ? "" : PythonRepr.str(context) + "\n\n")
                + Columns.printed(doc, "Question") + "\n" + String.join("\n", options) + "\n\nAnswer:";
    }

    private static String listed(Doc doc, String column, List<String> letters) {
        List<String> lines = new ArrayList<>();
        for (String choice : doc.texts(column)) {
            if (lines.size() == letters.size()) {
                throw doc.unfit("there are more than " + letters.size() + " choices");
            }
            lines.add(letters.get(lines.size()) + ". " + choice);
        }
        return String.join("\n", lines);
    }

    private static List<String> letters(Doc doc, String... letters) {
        int count = doc.texts("choices").size();
        if (count > letters.length) {
            throw doc.unfit("there are " + count + " choices, more than " + letters.length);
        }
        return List.of(letters).subList(0, count);
    }

    private static String word(Doc doc, Map<?, ?> words, String column) {
        Object value = Columns.value(doc, column);
        if (words.get(value) instanceof String word) {
            return word;
        }
        throw doc.unfit(
                "there is " + PythonRepr.repr(value) + " in the column " + column + ", for which there is no word");
    }

    private static Map<?, ?> dictionary(FunctionRef original, String name) {
        return (Map<?, ?>) PythonConstant.read(original.file(), name + "\\s*=\\s*(?=\\{)");
    }
}
