package network.pokt.mlqos.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.samples.quickstart.sim.AnswerBook;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedTokenizer;
import network.pokt.mlqos.samples.quickstart.sim.Truth;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply.Generated;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import org.junit.jupiter.api.Test;

class ArithmeticTaskTest {

    private final ArithmeticTask task = new ArithmeticTask(7, 500);

    @Test
    void a_prompt_shows_two_worked_examples_and_then_the_question() {
        assertThat(prompt(first(task))).isEqualTo("""
                Question: Elif has 33 stamps and buys 2 bags with 22 more in each. How many stamps does Elif have now?
                Answer: The bags hold 2 * 22 = 44. With the first 33 that makes 77.

                Question: Grace has 68 stamps and buys 11 bags with 8 more in each. How many stamps does Grace have now?
                Answer: The bags hold 11 * 8 = 88. With the first 68 that makes 156.

                Question: Elif has 35 books and buys 12 bags with 18 more in each. How many books does Elif have now?
                Answer:""");
    }

    @Test
    void equal_seeds_make_up_equal_problems_and_a_larger_task_begins_with_the_smaller() {
        List<String> small = prompts(new ArithmeticTask(7, 50), Sampling.all());

        assertThat(small).isEqualTo(prompts(new ArithmeticTask(7, 500), Sampling.first(50)));
        assertThat(small).isNotEqualTo(prompts(new ArithmeticTask(8, 50), Sampling.all()));
        assertThat(small).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void a_sampling_chooses_the_indices_and_leaves_the_problems_as_they_are() {
        List<Sample> all = list(task, Sampling.all());

        for (Sample sample : list(task, Sampling.random(20, 3))) {
            assertThat(prompt(sample)).isEqualTo(prompt(all.get(sample.index())));
        }
    }

    @Test
    void the_last_number_of_the_answer_decides() {
        Sample sample = first(task);
        Truth truth = task.answers().find(prompt(sample)).orElseThrow();

        assertThat(score(sample, " " + truth.correct())).isEqualTo(Score.of(1));
        assertThat(truth.wrong())
                .allSatisfy(wrong -> assertThat(score(sample, wrong)).isEqualTo(Score.of(0)));
        assertThat(score(sample, truth.correct() + " Or 1?")).isEqualTo(Score.of(0));
        assertThat(score(sample, "no idea")).isEqualTo(Score.of(0));
        assertThat(score(sample, "")).isEqualTo(Score.of(0));
    }

    @Test
    void its_answer_book_knows_every_question_and_no_answer_is_too_long_to_be_written() {
        AnswerBook book = task.answers();

        for (Sample sample : list(task, Sampling.all())) {
            String correct = book.find(prompt(sample)).orElseThrow().correct();
            Ask.Generate ask = (Ask.Generate) sample.asks().get(0);
            assertThat(score(sample, correct)).isEqualTo(Score.of(1));
            assertThat(new SimulatedTokenizer().count(" " + correct))
                    .isLessThan(ask.generation().maxTokens());
        }
    }

    @Test
    void its_fingerprint_changes_with_seed_and_size() {
        assertThat(task.fingerprint()).isEqualTo(new ArithmeticTask(7, 500).fingerprint());
        assertThat(task.fingerprint()).isNotEqualTo(new ArithmeticTask(8, 500).fingerprint());
        assertThat(task.fingerprint()).isNotEqualTo(new ArithmeticTask(7, 501).fingerprint());
        assertThat(task.measures()).containsExactly(Measure.of("exact_match"));
    }

    @Test
    void a_task_without_problems_is_refused() {
        assertThatThrownBy(() -> new ArithmeticTask(7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An arithmetic task needs at least 1 problem, got 0.");
    }

    private static Score score(Sample sample, String answer) {
        return sample.score(List.of(new Generated(answer)));
    }

    private static Sample first(ArithmeticTask task) {
        return task.samples(Sampling.all()).next();
    }

    private static String prompt(Sample sample) {
        return ((Ask.Text) ((Ask.Generate) sample.asks().get(0)).context()).text();
    }

    private static List<Sample> list(ArithmeticTask task, Sampling sampling) {
        List<Sample> samples = new ArrayList<>();
        task.samples(sampling).forEachRemaining(samples::add);
        return samples;
    }

    private static List<String> prompts(ArithmeticTask task, Sampling sampling) {
        return list(task, sampling).stream().map(ArithmeticTaskTest::prompt).toList();
    }
}
