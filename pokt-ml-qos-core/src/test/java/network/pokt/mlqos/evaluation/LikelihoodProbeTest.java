package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import network.pokt.mlqos.evaluation.EchoNode.Habit;
import network.pokt.mlqos.evaluation.LikelihoodFinding.Lack;
import network.pokt.mlqos.evaluation.LikelihoodFinding.Unable;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodProbeTest {

    private static final Node NODE = Node.at(URI.create("http://localhost:1"), "letters");
    private static final RetryRule AT_ONCE = new RetryRule(3, Duration.ZERO, Duration.ZERO);

    @ParameterizedTest
    @EnumSource(names = {"HONEST", "WRITES_NOTHING_MORE"})
    void a_node_that_reports_the_tokens_that_were_sent_is_able(Habit habit) throws Exception {
        assertThat(found(habit, true)).isEqualTo(new LikelihoodFinding.Able());
        assertThat(found(habit, false)).isEqualTo(new LikelihoodFinding.Able());
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ECHO, NO_ECHO",
        "NO_LOGPROBS, NO_LOGPROBS",
        "NULL_LOGPROBS, REFUSED",
        "NO_CANDIDATES, NO_CANDIDATES",
        "ALL_ZERO, NO_PROBABILITIES",
        "BEGINS_WITH_ITS_OWN, SHIFTED",
        "BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING, SHIFTED",
        "PAIRS_OF_LETTERS, OTHER_TOKENS",
        "OTHER_LETTERS, OTHER_TOKENS",
        "POSITIVE, REFUSED",
        "REFUSES, REFUSED",
        "ERROR_IN_OK, REFUSED"
    })
    void what_a_node_lacks_is_named(Habit habit, Lack lack) throws Exception {
        assertThat(found(habit, true)).isInstanceOfSatisfying(Unable.class, unable -> {
            assertThat(unable.lack()).isEqualTo(lack);
            assertThat(unable.detail())
                    .startsWith("Log-likelihoods of this node would be noise")
                    .endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_task_fails_for_an_unable_node_with_that_cause_and_without_a_relay(boolean ids) throws Exception {
        EchoNode node = new EchoNode(Habit.BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING);
        NodeReport report = run(node, ids).nodes().get(0);
        assertThat(node.relays).hasValue(1);
        assertThat(report.spend().relays()).isZero();
        TaskReport task = report.task("preferences");
        assertThat(task.failed()).isEqualTo(task.planned()).isEqualTo(3);
        assertThat(task.failedSamples()).isEqualTo(Map.of(FaultCause.INCAPABLE, 3L));
    }

    @Test
    void without_a_probe_such_a_node_is_scored_on_the_wrong_tokens() throws Exception {
        EchoNode node = new EchoNode(Habit.BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING);
        NodeReport report = evaluation(node, true).run().nodes().get(0);
        assertThat(report.task("preferences").failed()).isZero();
    }

    @Test
    void an_able_node_is_asked_after_the_probe() throws Exception {
        EchoNode node = new EchoNode(Habit.HONEST);
        NodeReport report = run(node, true).nodes().get(0);
        assertThat(report.likelihoods()).contains(new LikelihoodFinding.Able());
        assertThat(report.task("preferences").failed()).isZero();
        assertThat(node.relays).hasValue(4);
    }

    @Test
    void a_node_that_is_busy_is_asked_again_and_nothing_is_held_against_it() throws Exception {
        assertThat(found(Habit.BUSY_ONCE, true)).isEqualTo(new LikelihoodFinding.Able());
        EchoNode busy = new EchoNode(Habit.ALWAYS_BUSY);
        NodeReport report = run(busy, true).nodes().get(0);
        assertThat(report.likelihoods().orElseThrow()).isInstanceOf(LikelihoodFinding.Unanswered.class);
        assertThat(report.task("preferences").failedSamples()).containsOnlyKeys(FaultCause.SERVER_ERROR);
        assertThat(busy.relays).hasValue(3 + 3 * 3);
    }

    @Test
    void tasks_that_generate_need_no_probe() throws Exception {
        EchoNode node = new EchoNode(Habit.NO_ECHO);
        EvaluationReport report = Evaluation.of(NumbersTask.of(2))
                .transport(node)
                .nodes(NodeDirectory.of(NODE))
                .api(api(true))
                .probeLikelihoods(true)
                .run();
        assertThat(node.relays).hasValue(2);
        assertThat(report.nodes().get(0).likelihoods()).isEmpty();
        assertThat(ModelApi.chat().build().likelihoodProbe(NODE)).isEmpty();
    }

    private static LikelihoodFinding found(Habit habit, boolean ids) throws InterruptedException {
        return run(new EchoNode(habit), ids).nodes().get(0).likelihoods().orElseThrow();
    }

    private static EvaluationReport run(EchoNode node, boolean ids) throws InterruptedException {
        return evaluation(node, ids).probeLikelihoods(true).run();
    }

    private static Evaluation evaluation(EchoNode node, boolean ids) {
        return Evaluation.of(new Preferences())
                .transport(node)
                .nodes(NodeDirectory.of(NODE))
                .api(api(ids))
                .retry(AT_ONCE);
    }

    private static ModelApi api(boolean ids) {
        return ModelApi.completions()
                .tokenizer(new LetterTokenizer(OptionalInt.of(1), OptionalInt.of(2)))
                .tokenizedRequests(ids)
                .build();
    }

    /** Three samples with a log-likelihood each. */
    private static final class Preferences implements Task {

        @Override
        public String name() {
            return "preferences";
        }

        @Override
        public String fingerprint() {
            return "preferences";
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public List<Measure> measures() {
            return List.of(Measure.of("acc"));
        }

        @Override
        public Iterator<Sample> samples(Sampling sampling) {
            return List.<Sample>of(new One(0), new One(1), new One(2)).iterator();
        }
    }

    private record One(int index) implements Sample {

        @Override
        public List<Ask> asks() {
            return List.of(new Ask.Loglikelihood("question", " answer"));
        }

        @Override
        public Score score(List<Reply> replies) {
            return Score.of(1);
        }
    }
}
