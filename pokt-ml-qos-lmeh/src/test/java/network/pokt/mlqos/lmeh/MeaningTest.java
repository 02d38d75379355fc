package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.DatasetException;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.match.Closeness;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that generate texts, whose task files ask for the metric or the filter that match by meaning. */
class MeaningTest {

    private static final Map<String, Object> PLANETS = Map.of(
            "question",
            "Which planet is the largest?",
            "answer",
            "Jupiter",
            "others",
            List.of("Saturn", "Mars"),
            "all",
            List.of("Mars", "Jupiter", "Saturn"));

    private final List<String> asked = new ArrayList<>();

    /** Stands for a reranker: knows two descriptions and looks for names. */
    private final Closeness closeness = (answer, candidates) -> {
        asked.add(answer);
        String meant =
                answer.replace("the gas giant with the red spot", "Jupiter").replace("the red planet", "Mars");
        return candidates.stream()
                .mapToDouble(each -> meant.contains(each) ? 1 : 0)
                .toArray();
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is the gas giant with the red spot.|1.0",
                "Jupiter|1.0",
                "It is the red planet.|0.0",
                "Saturn, of course|0.0",
                "''|0.0"
            })
    void an_answer_is_right_if_it_means_the_target_rather_than_what_is_said_to_be_wrong(String answer, double score) {
        LmehTask task = task(metric("wrong", "others")).meaning(MeaningMatch.by(closeness));
        assertThat(task.measures()).containsExactly(Measure.of("a-vert_match"));
        assertThat(score(task, answer)).isEqualTo("[" + score + "]");
    }

    @Test
    void what_is_wrong_is_a_column_or_a_list_or_a_template_and_so_is_what_is_right() {
        MeaningMatch match = MeaningMatch.by(closeness);
        for (Object wrong : List.of("others", List.of("Mars"), "{{all[:1]}}", "{{others | list}}")) {
            assertThat(score(task(metric("wrong", wrong)).meaning(match), "Mars"))
                    .as(wrong.toString())
                    .isEqualTo("[0.0]");
        }
        LmehTask both = task(Map.of("metric", "a-vert_match", "right", List.of("red spot"), "wrong", "all"));
        assertThat(score(both.meaning(match), "Jupiter")).isEqualTo("[0.0]");
        assertThat(asked).hasSize(5);
    }

    @Test
    void of_a_task_with_choices_the_others_are_wrong() {
        TaskConfig.Builder config = config().set("doc_to_choice", "all").set("doc_to_target", 1L);
        LmehTask task = task(config.set("metric_list", List.of(Map.of("metric", "a-vert_match"))))
                .meaning(MeaningMatch.by(closeness));
        assertThat(score(task, "the gas giant with the red spot")).isEqualTo("[1.0]");
        assertThat(score(task, "the red planet")).isEqualTo("[0.0]");
    }

    @Test
    void a_filter_puts_the_nearest_candidate_in_the_place_of_the_answer() {
        LmehTask task = task(nearest(Map.of("function", "a-vert_nearest", "candidates", "all")))
                .meaning(MeaningMatch.by(closeness));
        assertThat(task.measures()).containsExactly(Measure.of("exact_match", "meant"));
        assertThat(score(task, "It is the gas giant with the red spot.")).isEqualTo("[1.0]");
        assertThat(score(task, "Saturn")).isEqualTo("[0.0]");
        assertThat(score(task, " ")).isEqualTo("[0.0]");
        assertThat(asked).doesNotContain("");
    }

    @Test
    void nobody_is_asked_twice_about_the_same_answer() {
        LmehTask task = task(metric("wrong", "others")).meaning(MeaningMatch.by(closeness));
        LmehSample sample = (LmehSample) first(task);
        List<Reply> replies = List.of(new Reply.Generated("Jupiter"));
        assertThat(sample.score(replies)).hasToString("[1.0]");
        assertThat(sample.judge(replies).get(0).items()).containsEntry("a-vert_match", 1.0);
        assertThat(asked).containsExactly("Jupiter");
    }

    @Test
    void a_task_that_needs_somebody_to_ask_says_so_before_anything_is_sent() {
        for (LmehTask task : List.of(
                task(metric("wrong", "others")),
                task(nearest(Map.of("function", "a-vert_nearest", "candidates", "all"))))) {
            assertThatThrownBy(() -> task.samples(Sampling.all()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The task planets matches answers by their meaning; name a reranker or embeddings with"
                            + " meaning().");
        }
    }

    @Test
    void a_comparison_with_nothing_is_refused() {
        assertThatThrownBy(() -> task(Map.of("metric", "a-vert_match"))).hasMessageContaining("the argument wrong");
        assertThatThrownBy(() -> task(nearest(Map.of("function", "a-vert_nearest"))))
                .hasMessageContaining("the argument candidates");
        assertThatThrownBy(() -> task(metric("false", "others"))).hasMessageContaining("the arguments right and wrong");
        assertThatThrownBy(() -> task(metric("wrong", List.of("Jupiter"))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("test line 1")
                .hasMessageContaining("nothing to compare");
        TaskConfig.Builder choices = config().set("output_type", "multiple_choice")
                .set("doc_to_choice", "all")
                .set("doc_to_target", 1L);
        assertThatThrownBy(() -> task(choices.set("metric_list", List.of(Map.of("metric", "a-vert_match")))))
                .hasMessageContaining("have choices written");
    }

    private static String score(LmehTask task, String answer) {
        return first(task).score(List.of(new Reply.Generated(answer))).toString();
    }

    private static Sample first(LmehTask task) {
        return task.samples(Sampling.all()).next();
    }

    private static Map<String, Object> metric(String argument, Object value) {
        return Map.of("metric", "a-vert_match", argument, value);
    }

    private static TaskConfig.Builder nearest(Map<String, Object> filter) {
        return config().set(
                        "filter_list",
                        List.of(Map.of("name", "meant", "filter", List.of(filter, Map.of("function", "take_first")))));
    }

    private static LmehTask task(Map<String, Object> metric) {
        return task(config().set("metric_list", List.of(metric)));
    }

    private static LmehTask task(TaskConfig.Builder config) {
        DatasetSource source = split -> new Documents(List.of(Doc.of(PLANETS, split, 1)), "0");
        return LmehTask.of(config.build(), source, Lmeh.functions());
    }

    private static TaskConfig.Builder config() {
        return TaskConfig.builder("planets")
                .set("test_split", "test")
                .set("doc_to_text", "{{question}}")
                .set("doc_to_target", "answer");
    }
}
