package network.pokt.mlqos.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.leaderboard.Doubt;
import network.pokt.mlqos.leaderboard.Leaderboard;
import network.pokt.mlqos.leaderboard.Standing;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.quickstart.sim.AnswerBook;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedTokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main job on real questions: 200 of GSM8K by generation, and ARC by log-likelihood, put to all six simulated nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBenchmarksTest {

    private static final int QUESTIONS = 200;
    private static final long SEED = 7;

    private EvaluationReport report;
    private Leaderboard leaderboard;
    private SimulatedNetwork network;

    @BeforeAll
    void measure() throws Exception {
        Path data =
                Path.of(System.getProperty("mlqos.shared", "../../../shared")).resolve("data");
        assumeTrue(Files.isDirectory(data), "skipped: the shared folder with the real benchmark files is not here");
        AnswerBook answers = AnswerBook.anyOf(
                AnswerBook.gsm8k(data.resolve("gsm8k/test.jsonl")),
                AnswerBook.arc(data.resolve("arc_challenge/test.jsonl")));
        network = SimulatedNetwork.start(answers, SEED, SimulatedNetwork.usual(QUESTIONS));
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            report = Evaluation.of(
                            Lmeh.gsm8k(data.resolve("gsm8k")),
                            Lmeh.arcChallenge(data.resolve("arc_challenge")).fewShot(1))
                    .transport(transport)
                    .nodes(network.directory())
                    .api(ModelApi.completions()
                            .tokenizer(new SimulatedTokenizer())
                            .maxLength(8192)
                            .maxTokens(1024)
                            .streaming(true)
                            .build())
                    .samples(QUESTIONS)
                    .seed(SEED)
                    .concurrency(16)
                    .run();
        }
        leaderboard = Leaderboard.of(report);
    }

    @AfterAll
    void stop() {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void every_question_is_asked_of_every_node() {
        assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
        for (NodeReport node : report.nodes()) {
            assertThat(node.task("gsm8k").planned()).isEqualTo(QUESTIONS);
            assertThat(node.tasks())
                    .allSatisfy(task -> assertThat(task.notAsked()).isZero());
        }
    }

    @Test
    void the_true_skill_of_each_node_lies_within_its_printed_interval() {
        for (SimulatedNode simulated : network.nodes()) {
            for (TaskReport task : report.of(simulated.node()).tasks()) {
                // The swapper has swapped by the time of the second task; trueSkill() is the mean over the first.
                double skill = task.task().equals("gsm8k")
                        ? simulated.trueSkill()
                        : simulated.behaviour().laterSkill();
                assertThat(task.score().interval().contains(skill))
                        .as("%s on %s: %s, true skill %s", simulated.node(), task.task(), task.score(), skill)
                        .isTrue();
            }
        }
    }

    @Test
    void the_over_biller_and_the_swapper_are_seen_and_nobody_else_is_doubted() {
        for (Standing standing : leaderboard.standings()) {
            String name = standing.node().model().orElseThrow();
            List<Class<?>> doubts =
                    standing.doubts().stream().<Class<?>>map(Object::getClass).toList();
            switch (name) {
                case "simulated-over-billing" -> assertThat(doubts).containsExactly(Doubt.Overbills.class);
                case "simulated-swapping" -> assertThat(doubts).containsExactly(Doubt.Changed.class);
                default -> assertThat(doubts).as(name).isEmpty();
            }
        }
    }

    @Test
    void the_flaky_node_fails_often_and_is_mended_by_retries() {
        NodeReport flaky = report.of(network.node("flaky").node());

        assertThat(flaky.failedAttempts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isGreaterThan(30);
        assertThat(flaky.failedAttempts()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(flaky.task("gsm8k").failed()).isLessThan(10);
    }

    @Test
    void the_slow_node_is_seen_to_be_slow() {
        NodeReport slow = report.of(network.node("slow").node());
        NodeReport strong = report.of(network.node("strong").node());

        // It is five times as slow; a busy machine adds the same to both.
        assertThat(slow.task("gsm8k").latency().total().percentile(10))
                .isGreaterThan(strong.task("gsm8k")
                        .latency()
                        .total()
                        .percentile(10)
                        .multipliedBy(3)
                        .dividedBy(2));
        Optional<Standing> best = leaderboard.standings().stream().findFirst();
        assertThat(best).map(Standing::node).contains(strong.node());
    }
}
