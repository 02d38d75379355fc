package network.pokt.mlqos.samples.quickstart.sim;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What simulated nodes know: finds the question that a prompt asks, and its answer. Implementations are thread-safe.
 */
@FunctionalInterface
public interface AnswerBook {

    /** What a question begins with in the prompts of lm-evaluation-harness. */
    String QUESTION = "Question: ";

    /** What asks for its answer. */
    String ANSWER = "\nAnswer:";

    /** Returns the truth about the last question in {@code prompt}, if the book has it. */
    Optional<Truth> find(String prompt);

    /**
     * Returns a book of these truths, which takes the rest of the line after the last {@value #QUESTION} for the
     * question.
     *
     * <p>Two truths may share a question, as in ARC; then the one that offers the end of the prompt as an answer is
     * meant.
     */
    static AnswerBook of(List<Truth> truths) {
        Map<String, List<Truth>> byQuestion = truths.stream().collect(groupingBy(Truth::question));
        return prompt -> {
            int begin = prompt.lastIndexOf(QUESTION);
            if (begin < 0) {
                return Optional.empty();
            }
            int end = prompt.indexOf('\n', begin);
            String question = prompt.substring(begin + QUESTION.length(), end < 0 ? prompt.length() : end);
            List<Truth> found = byQuestion.getOrDefault(question.strip(), List.of());
            String continuation = continuation(prompt);
            return found.stream()
                    .filter(truth -> found.size() == 1 || truth.offers(continuation))
                    .findFirst()
                    .or(() -> found.stream().findFirst());
        };
    }

    /** Returns a book that looks a prompt up in one book after the other. */
    static AnswerBook anyOf(AnswerBook... books) {
        List<AnswerBook> all = List.of(books);
        return prompt ->
                all.stream().flatMap(book -> book.find(prompt).stream()).findFirst();
    }

    /**
     * Reads the rows of GSM8K ({@code question}, {@code answer} ending in {@code #### 42}), one JSON object per line. A
     * wrong answer is the worked one with another final number.
     */
    static AnswerBook gsm8k(Path jsonl) throws IOException {
        return of(rows(jsonl, row -> {
            String answer = row.get("answer").asString();
            int mark = answer.lastIndexOf("#### ") + "#### ".length();
            long number = Long.parseLong(answer.substring(mark).strip().replace(",", ""));
            List<String> wrong = Stream.of(number + 1, number + 10, 2 * number + 3)
                    .filter(other -> other != number)
                    .map(other -> answer.substring(0, mark) + other)
                    .toList();
            return new Truth(row.get("question").asString().strip(), answer, wrong);
        }));
    }

    /**
     * Reads the rows of ARC ({@code question}, {@code choices} of {@code text} and {@code label}, {@code answerKey}).
     */
    static AnswerBook arc(Path jsonl) throws IOException {
        return of(rows(jsonl, row -> {
            List<String> labels = texts(row.get("choices").get("label"));
            List<String> wrong = texts(row.get("choices").get("text"));
            String correct = wrong.remove(labels.indexOf(row.get("answerKey").asString()));
            return new Truth(row.get("question").asString().strip(), correct, wrong);
        }));
    }

    /** Returns what follows the last {@link #ANSWER}, without the white space around it; empty if nothing does. */
    static String continuation(String prompt) {
        int at = prompt.lastIndexOf(ANSWER);
        return at < 0 ? "" : prompt.substring(at + ANSWER.length()).strip();
    }

    private static List<Truth> rows(Path jsonl, Function<JsonNode, Truth> read) throws IOException {
        JsonMapper json = JsonMapper.shared();
        try (Stream<String> lines = Files.lines(jsonl)) {
            return lines.map(line -> read.apply(json.readTree(line))).toList();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
