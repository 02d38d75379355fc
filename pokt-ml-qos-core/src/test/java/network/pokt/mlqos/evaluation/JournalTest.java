package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.evaluation.ScriptedTransport.Line;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Node A = Node.at(URI.create("http://a:1"), "m");
    private static final Node B = Node.at(URI.create("http://b:1"), "m");

    /** Right, wrong, failing at first and failing for good, by the number that is asked for. */
    private static final ScriptedTransport.Script MIXED = (node, text, nth) -> {
        int number = Integer.parseInt(text.substring(0, text.indexOf('/')));
        return switch (number % 5) {
            case 1 -> Line.ok("wrong");
            case 2 -> nth == 1 ? Line.status(500) : ScriptedTransport.RIGHT.say(node, text, nth);
            case 3 -> Line.status(400);
            default -> ScriptedTransport.RIGHT.say(node, text, nth);
        };
    };

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime();

    private Evaluation evaluation(ScriptedTransport transport, Path journal) {
        return Evaluation.of(new NumbersTask("numbers", 20, 2))
                .transport(transport)
                .nodes(NodeDirectory.of(A, B))
                .api(new PlainApi())
                .concurrency(3)
                .journal(journal)
                .time(time);
    }

    private EvaluationReport finish(Evaluation evaluation) throws InterruptedException {
        EvaluationRun run = evaluation.start();
        time.runAll(Duration.ofDays(1));
        return run.await();
    }

    private static List<String> facts(EvaluationReport report) {
        List<String> facts = new ArrayList<>();
        for (NodeReport node : report.nodes()) {
            TaskReport task = node.task("numbers");
            facts.add(node.node() + " " + task.score() + " " + task.score().standardError() + " "
                    + task.scoreCountingFailures() + " " + task.answered() + " " + task.failedSamples() + " "
                    + task.notAsked());
        }
        return facts;
    }

    @Test
    void a_run_cut_at_any_byte_of_its_journal_resumes_to_the_result_of_an_unbroken_run()
            throws IOException, InterruptedException {
        Path whole = folder.resolve("whole.jsonl");
        EvaluationReport unbroken = finish(evaluation(ScriptedTransport.on(time, MIXED), whole));
        byte[] bytes = Files.readAllBytes(whole);

        for (int cut = 0; cut <= bytes.length; cut += cut < 400 ? 1 : 97) {
            Path journal = Files.write(folder.resolve("cut.jsonl"), Arrays.copyOf(bytes, cut));
            EvaluationReport resumed = finish(evaluation(ScriptedTransport.on(time, MIXED), journal));

            assertThat(facts(resumed)).as("cut after %d bytes", cut).isEqualTo(facts(unbroken));
        }
    }

    @Test
    void a_finished_run_is_not_asked_again() throws InterruptedException {
        Path journal = folder.resolve("run.jsonl");
        EvaluationReport first = finish(evaluation(ScriptedTransport.on(time, MIXED), journal));
        ScriptedTransport again = ScriptedTransport.on(time, MIXED);

        EvaluationReport second = finish(evaluation(again, journal));

        assertThat(again.sent).isEmpty();
        assertThat(facts(second)).isEqualTo(facts(first));
        assertThat(second.of(A).spend()).isEqualTo(first.of(A).spend());
        assertThat(second.of(A).latency().total().count())
                .isEqualTo(first.of(A).latency().total().count());
    }

    @Test
    void a_run_out_of_budget_goes_on_with_a_larger_one_and_counts_what_was_spent() throws InterruptedException {
        Path journal = folder.resolve("run.jsonl");
        finish(evaluation(ScriptedTransport.on(time, MIXED), journal)
                .budget(Budget.builder().relays(30).build()));
        ScriptedTransport rest = ScriptedTransport.on(time, MIXED);

        EvaluationReport report = finish(
                evaluation(rest, journal).budget(Budget.builder().relays(40).build()));

        assertThat(rest.sent).hasSize(10);
        assertThat(report.of(A).spend().relays() + report.of(B).spend().relays())
                .isEqualTo(40);
    }

    @Test
    void a_cancelled_run_resumes_to_the_result_of_an_unbroken_run() throws InterruptedException {
        EvaluationReport unbroken =
                finish(evaluation(ScriptedTransport.on(time, MIXED), folder.resolve("whole.jsonl")));
        Path journal = folder.resolve("cancelled.jsonl");
        EvaluationRun run =
                evaluation(ScriptedTransport.on(time, MIXED), journal).start();
        time.advance(Duration.ofMillis(35));
        run.cancel();
        run.await();
        time.runAll(Duration.ofHours(1));

        EvaluationReport resumed = finish(evaluation(ScriptedTransport.on(time, MIXED), journal));

        assertThat(facts(resumed)).isEqualTo(facts(unbroken));
    }

    @Test
    void the_journal_of_another_run_is_refused_with_the_difference() throws InterruptedException {
        Path journal = folder.resolve("run.jsonl");
        finish(evaluation(ScriptedTransport.on(time, MIXED), journal));
        ScriptedTransport transport = ScriptedTransport.on(time, MIXED);

        assertThatThrownBy(() -> evaluation(transport, journal).samples(5).start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("belongs to another run")
                .hasMessageContaining("sampling");
        assertThatThrownBy(() -> evaluation(transport, journal)
                        .nodes(NodeDirectory.of(A))
                        .start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("node b:1");
        assertThat(transport.sent).isEmpty();
    }

    @Test
    void a_damaged_journal_is_refused_with_the_line() throws IOException, InterruptedException {
        Path journal = folder.resolve("run.jsonl");
        finish(evaluation(ScriptedTransport.on(time, MIXED), journal));
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.set(4, lines.get(4).substring(1));
        Files.write(journal, lines);

        assertThatThrownBy(() ->
                        evaluation(ScriptedTransport.on(time, MIXED), journal).start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("Line 5");
    }

    @Test
    void a_sample_that_ends_twice_is_refused() throws IOException, InterruptedException {
        Path journal = folder.resolve("run.jsonl");
        finish(evaluation(ScriptedTransport.on(time, MIXED), journal));
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.add(lines.get(lines.size() - 1));
        Files.write(journal, lines);

        assertThatThrownBy(() ->
                        evaluation(ScriptedTransport.on(time, MIXED), journal).start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("ends twice");
    }

    @Test
    void a_file_that_is_no_journal_is_left_as_it_is() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,\nnothing\n");
        Path word = Files.writeString(folder.resolve("word.txt"), "word");

        for (Path file : List.of(letter, word)) {
            String before = Files.readString(file);
            assertThatThrownBy(() ->
                            evaluation(ScriptedTransport.on(time, MIXED), file).start())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(file.toString());
            assertThat(file).hasContent(before);
        }
    }

    @Test
    void a_journal_in_use_or_in_no_folder_is_refused() {
        Path journal = folder.resolve("run.jsonl");
        EvaluationRun running =
                evaluation(ScriptedTransport.on(time, MIXED), journal).start();

        assertThatThrownBy(() ->
                        evaluation(ScriptedTransport.on(time, MIXED), journal).start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("in use");
        assertThatThrownBy(() -> evaluation(ScriptedTransport.on(time, MIXED), folder.resolve("no/run.jsonl"))
                        .start())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be opened");
        running.cancel();
    }
}
