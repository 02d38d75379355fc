package network.pokt.mlqos.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import network.pokt.mlqos.samples.quickstart.sim.Behaviour;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills the quickstart, a process of its own, with SIGKILL in the middle of its run, and lets it go on. */
class KilledRunTest {

    private static final int QUESTIONS = 60;
    private static final int NODES = 3;

    @TempDir
    private Path folder;

    private SimulatedNetwork network;

    @BeforeEach
    void startNodes() throws IOException {
        // The task that the quickstart makes up from its default seed; and nodes whose answers do not depend on the
        // order.
        network = SimulatedNetwork.start(
                new ArithmeticTask(7, 200).answers(),
                7,
                List.of(
                        Behaviour.of("strong", 0.92),
                        Behaviour.of("weak", 0.55),
                        Behaviour.of("over-billing", 0.80).billing(1.3)));
    }

    @AfterEach
    void stopNodes() {
        network.close();
    }

    @Test
    void a_run_killed_at_three_moments_resumes_to_the_result_of_an_unbroken_run() throws Exception {
        List<String> unbroken = facts(finish(start(folder.resolve("whole.jsonl"))));
        Path journal = folder.resolve("killed.jsonl");
        List<Long> verdictsAtKill = new ArrayList<>();

        for (double moment : new double[] {0.15, 0.5, 0.85}) {
            Process victim = start(journal);
            awaitVerdicts(journal, victim, Math.round(moment * QUESTIONS * NODES));
            victim.destroyForcibly().waitFor();
            assertThat(victim.exitValue()).as("killed by SIGKILL").isEqualTo(128 + 9);
            verdictsAtKill.add(verdicts(journal));
        }
        List<String> resumed = facts(finish(start(journal)));

        assertThat(verdictsAtKill).isSorted().allMatch(verdicts -> verdicts < QUESTIONS * NODES);
        assertThat(resumed).isEqualTo(unbroken);
        assertThat(verdicts(journal)).as("one verdict per question and node").isEqualTo(QUESTIONS * NODES);
    }

    private Process start(Path journal) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Quickstart.class.getName(),
                "--samples",
                Integer.toString(QUESTIONS),
                "--journal",
                journal.toString(),
                "--json"));
        for (SimulatedNode node : network.nodes()) {
            command.addAll(List.of(
                    "--node", node.endpoint() + "," + node.node().model().orElseThrow()));
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    /** Waits on the victim's own journal: how far it is cannot be told from here in any other way. */
    private static void awaitVerdicts(Path journal, Process victim, long wanted) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (verdicts(journal) < wanted) {
            assertThat(victim.waitFor(5, TimeUnit.MILLISECONDS))
                    .as("the run ended before it was killed")
                    .isFalse();
            assertThat(System.nanoTime()).as("the run makes no progress").isLessThan(giveUp);
        }
    }

    private static long verdicts(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.filter(line -> line.contains("\"values\"") && line.endsWith("}"))
                    .count();
        }
    }

    private String finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors.txt")))
                .isZero();
        return output;
    }

    /** What has to be equal: everything but the time it took and what was paid for answers that were lost. */
    private static List<String> facts(String json) {
        List<String> facts = new ArrayList<>();
        for (JsonNode node : new JsonMapper().readTree(json).path("leaderboard")) {
            facts.add(node.path("node") + " " + node.path("rank") + " " + node.path("tasks"));
        }
        assertThat(facts).hasSize(NODES);
        return facts;
    }
}
