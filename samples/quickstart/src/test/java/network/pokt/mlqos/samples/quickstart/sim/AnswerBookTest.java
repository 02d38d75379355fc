package network.pokt.mlqos.samples.quickstart.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerBookTest {

    private final Truth one = new Truth("How many?", "one", List.of("two"));
    private final Truth many = new Truth("How much?", "lots", List.of("little"));

    @Test
    void the_last_question_of_a_prompt_is_the_one_that_is_asked() {
        AnswerBook book = AnswerBook.of(List.of(one, many));
        String shot = "Question: How many?\nAnswer: one\n\n";

        assertThat(book.find(shot + "Question: How much?\nAnswer:")).contains(many);
        assertThat(book.find("user\nQuestion: How many?\nThink first.\nassistant\n"))
                .contains(one);
        assertThat(book.find(shot + "Question: How long?\nAnswer:")).isEmpty();
        assertThat(book.find("How many?")).isEmpty();
    }

    @Test
    void of_two_truths_with_one_question_the_one_that_offers_the_continuation_is_meant() {
        Truth other = new Truth("How many?", "five", List.of("six"));
        AnswerBook book = AnswerBook.of(List.of(one, other));

        assertThat(book.find("Question: How many?\nAnswer: six")).contains(other);
        assertThat(book.find("Question: How many?\nAnswer: two")).contains(one);
        assertThat(book.find("Question: How many?\nAnswer:")).contains(one);
    }

    @Test
    void several_books_are_searched_one_after_the_other() {
        AnswerBook book = AnswerBook.anyOf(AnswerBook.of(List.of(one)), AnswerBook.of(List.of(many)));

        assertThat(book.find("Question: How much?\nAnswer:")).contains(many);
        assertThat(book.find("Question: How long?\nAnswer:")).isEmpty();
    }

    @Test
    void a_truth_needs_a_question_on_one_line_and_wrong_answers_that_are_wrong() {
        assertThatThrownBy(() -> new Truth("a\nb", "x", List.of("y"))).hasMessageContaining("must be one line");
        assertThatThrownBy(() -> new Truth("a", "x", List.of())).hasMessageContaining("at least one wrong answer");
        assertThatThrownBy(() -> new Truth("a", "x", List.of("x"))).hasMessageContaining("none that equals");
    }

    @Test
    void every_row_of_gsm8k_is_found_and_its_wrong_answers_end_in_another_number() throws IOException {
        Path rows = Shared.file("data/gsm8k/test.jsonl");
        AnswerBook book = AnswerBook.gsm8k(rows);

        for (JsonNode row : rows(rows)) {
            String prompt = "Question: Before?\nAnswer: #### 1\n\nQuestion: "
                    + row.get("question").asString() + "\nAnswer:";
            Truth truth = book.find(prompt).orElseThrow();
            assertThat(truth.correct()).isEqualTo(row.get("answer").asString());
            assertThat(truth.wrong())
                    .allMatch(wrong ->
                            wrong.matches("(?s).*#### -?\\d+") && !number(wrong).equals(number(truth.correct())));
        }
    }

    @Test
    void every_row_of_arc_is_found_by_any_of_its_choices() throws IOException {
        Path rows = Shared.file("data/arc_challenge/test.jsonl");
        AnswerBook book = AnswerBook.arc(rows);

        for (JsonNode row : rows(rows)) {
            JsonNode labels = row.get("choices").get("label");
            JsonNode texts = row.get("choices").get("text");
            for (int i = 0; i < texts.size(); i++) {
                String choice = texts.get(i).asString();
                String prompt = "Question: " + row.get("question").asString() + "\nAnswer: " + choice;
                Truth truth = book.find(prompt).orElseThrow();
                boolean right = labels.get(i).equals(row.get("answerKey"));
                assertThat(right ? List.of(truth.correct()) : truth.wrong()).contains(choice);
                assertThat(truth.wrong()).hasSize(texts.size() - 1);
            }
        }
    }

    private static String number(String answer) {
        return answer.substring(answer.lastIndexOf("#### ") + 5).replace(",", "");
    }

    private static List<JsonNode> rows(Path jsonl) throws IOException {
        List<JsonNode> rows = Files.readAllLines(jsonl).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(rows).hasSizeGreaterThan(1000);
        return rows;
    }
}
