package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices that are written, meanings and tool calls: what lm-evaluation-harness does not measure. */
class WrittenChoicesTest {

    private static final DatasetSource PETS =
            source(Map.of("question", "Which one barks?", "choices", List.of("a cat", "a dog", "a hen"), "answer", 1L));

    private static final TaskConfig BARKS = TaskConfig.builder("barks")
            .set("test_split", "test")
            .set("output_type", "multiple_choice")
            .set("doc_to_text", "Question: {{question}}\nAnswer:")
            .set("doc_to_choice", "choices")
            .set("doc_to_target", "answer")
            .build();

    @Test
    void choices_are_listed_with_letters_and_have_metrics_of_their_own() {
        LmehTask task = barks().writtenChoices();
        assertThat(task.measures()).containsExactly(Measure.of("acc_written"), Measure.of("choice_written"));
        assertThat(task.fingerprint()).isNotEqualTo(barks().fingerprint()).contains("choices written");
        Ask.Generate ask = (Ask.Generate) first(task).asks().get(0);
        assertThat(ask.context())
                .isEqualTo(Ask.Context.text("Question: Which one barks?\nA. a cat\nB. a dog\nC. a hen\n"
                        + "Answer with the letter of the right choice.\nAnswer:"));
    }

    @Test
    void a_node_that_only_chats_can_be_asked() {
        assertThatThrownBy(() -> barks().promptStyle(PromptStyle.CHAT)).hasMessageContaining("writtenChoices()");
        LmehTask task = barks().writtenChoices().promptStyle(PromptStyle.CHAT).systemInstruction("Be brief.");
        Ask.Generate ask = (Ask.Generate) first(task).asks().get(0);
        List<ChatMessage> messages = ((Ask.Chat) ask.context()).messages();
        assertThat(messages).extracting(ChatMessage::role).containsExactly("system", "user");
        assertThat(messages.get(1).content()).contains("B. a dog\n").endsWith("Answer:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B|1.0, 1.0",
                " (B).|1.0, 1.0",
                "**B**|1.0, 1.0",
                "B. a dog|1.0, 1.0",
                "B because dogs bark|1.0, 1.0",
                "A cat meows, so the answer is (B).|1.0, 1.0",
                "The answer is A. No, wait, the answer is: B|1.0, 1.0",
                "It must be B|1.0, 1.0",
                "A dog.|1.0, 1.0",
                "A|0.0, 1.0",
                "the answer is C|0.0, 1.0",
                "the answer is a secret|0.0, 0.0",
                "F|0.0, 0.0",
                "I do not know.|0.0, 0.0",
                "''|0.0, 0.0"
            })
    void the_letter_is_found_however_it_is_written(String answer, String score) {
        assertThat(first(barks().writtenChoices()).score(List.of(new Reply.Generated(answer))))
                .hasToString("[" + score + "]");
    }

    @Test
    void an_answer_is_matched_by_its_meaning_if_there_is_a_service_for_it() {
        // Stands for a reranker: the share of the candidate's words that the answer has.
        MeaningMatch match = MeaningMatch.by((answer, candidates) -> candidates.stream()
                .mapToDouble(candidate -> List.of(candidate.split(" ")).stream()
                        .mapToInt(word -> answer.contains(word) ? 1 : 0)
                        .average()
                        .orElse(0))
                .toArray());
        LmehTask task = barks().writtenChoices(match);
        assertThat(task.measures()).contains(Measure.of("a-vert_match"));
        Sample sample = first(task);
        assertThat(sample.score(List.of(new Reply.Generated("That would be a dog, I think"))))
                .hasToString("[0.0, 0.0, 1.0]");
        assertThat(sample.score(List.of(new Reply.Generated("That would be a cat, I think"))))
                .hasToString("[0.0, 0.0, 0.0]");
    }

    @Test
    void only_plain_choices_can_be_written() {
        TaskConfig generated = TaskConfig.builder("g")
                .set("test_split", "test")
                .set("doc_to_text", "{{question}}")
                .set("doc_to_target", "{{answer}}")
                .build();
        LmehTask task = LmehTask.of(generated, PETS, Lmeh.functions());
        assertThatThrownBy(task::writtenChoices)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no plain choices");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"city\": \"Paris\"}|[1.0, 1.0]", "{\"city\":\"Rome\"}|[0.0, 0.0]", "no JSON|[0.0, 0.0]"})
    void tool_calls_are_scored_by_name_and_arguments(String arguments, String score) {
        Sample sample = weather();
        Reply own = new Reply.Generated("", List.of(new ToolCall("1", "weather", arguments)));
        assertThat(sample.score(List.of(own))).hasToString(score);
    }

    @Test
    void tool_calls_that_are_written_into_the_text_count_too() {
        assertThat(
                        weather()
                                .score(
                                        List.of(
                                                new Reply.Generated(
                                                        "<tool_call>{\"name\": \"weather\", \"arguments\": {\"city\": \"Paris\"}}</tool_call>"))))
                .hasToString("[1.0, 1.0]");
        assertThat(weather().score(List.of(new Reply.Generated("It rains in Paris."))))
                .hasToString("[0.0, 0.0]");
    }

    private static Sample weather() {
        TaskConfig config = TaskConfig.builder("weather")
                .set("test_split", "test")
                .set("doc_to_text", "{{question}}")
                .set("doc_to_target", "calls")
                .set("metric_list", List.of(Map.of("metric", "tool_call_match"), Map.of("metric", "tool_call_f1")))
                .build();
        DatasetSource source = source(Map.of(
                "question",
                "How is the weather in Paris?",
                "calls",
                List.of(Map.of("name", "weather", "arguments", Map.of("city", "Paris")))));
        return first(LmehTask.of(config, source, Lmeh.functions()));
    }

    private static LmehTask barks() {
        return LmehTask.of(BARKS, PETS, Lmeh.functions());
    }

    private static Sample first(LmehTask task) {
        return task.samples(Sampling.all()).next();
    }

    private static DatasetSource source(Map<String, Object> columns) {
        return split -> new Documents(List.of(Doc.of(columns, split, 1)), "0");
    }
}
