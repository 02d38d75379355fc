package network.pokt.mlqos.samples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import network.pokt.mlqos.MlQos;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.evaluation.CompletionsApi;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.ProgressBar;
import network.pokt.mlqos.leaderboard.Leaderboard;
import network.pokt.mlqos.leaderboard.Need;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.quickstart.sim.AnswerBook;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedTokenizer;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.RelayTransport;

/** Measures six simulated nodes, or your own, and prints who answers best, how sure that is, and whom to pick. */
public final class Quickstart {

    private static final int QUESTIONS = 200;

    /** Relays in flight per node: nodes and questions share this machine, and a busy machine makes every node look slow. */
    private static final int CONCURRENCY = 8;

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    Quickstart(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 when all was measured, 1 when the run ended early, 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException, InterruptedException {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            Quickstart quickstart = new Quickstart(options, out, err);
            EvaluationReport report = options.nodes().isEmpty() ? quickstart.simulated() : quickstart.real();
            return report.ending() == Ending.COMPLETE ? 0 : 1;
        } catch (IllegalArgumentException | MlQosException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** Measures the six simulated nodes: real HTTP on loopback, made-up models. */
    private EvaluationReport simulated() throws IOException, InterruptedException {
        ArithmeticTask arithmetic = arithmetic();
        List<Task> tasks = options.data().isPresent() ? benchmarks(true) : List.of(arithmetic);
        AnswerBook answers = options.data().isPresent() ? answers(options.data().get()) : arithmetic.answers();
        try (SimulatedNetwork network =
                SimulatedNetwork.start(answers, options.seed(), SimulatedNetwork.usual(questions()))) {
            err.println(
                    "Six SIMULATED nodes on loopback: real HTTP, made-up models. Use --node URL to measure your own.");
            return options.shannon()
                    ? overShannon(network, tasks)
                    : measure(
                            transport(),
                            network.directory(),
                            tasks,
                            Optional.of(new SimulatedTokenizer()),
                            SimulatedPrices::of);
        }
    }

    /** Puts a relay miner in front of every simulated node and asks them as the suppliers of a Pocket network. */
    private EvaluationReport overShannon(SimulatedNetwork network, List<Task> tasks)
            throws IOException, InterruptedException {
        try (ShannonNetwork shannon = ShannonNetwork.before(network.nodes())) {
            err.println(
                    "They are suppliers of a Pocket network on this machine: every relay is ring-signed, every reply"
                            + " verified. Warming up.");
            shannon.warmUp();
            EvaluationReport report = measure(
                    shannon.transport(),
                    shannon.directory(),
                    tasks,
                    Optional.of(new SimulatedTokenizer()),
                    SimulatedPrices::of);
            err.println(shannon.summary());
            return report;
        }
    }

    private EvaluationReport real() throws InterruptedException {
        NodeDirectory directory = NodeDirectory.of(options.nodes().toArray(Node[]::new));
        Optional<Tokenizer> tokenizer = options.tokenizer().map(HuggingFaceTokenizer::load);
        if (options.data().isPresent() && tokenizer.isEmpty()) {
            err.println("Without --tokenizer only GSM8K is asked: log-likelihoods need the nodes' tokens.");
        }
        List<Task> tasks = options.data().isPresent() ? benchmarks(tokenizer.isPresent()) : List.of(arithmetic());
        return measure(transport(), directory, tasks, tokenizer, node -> Rate.free("USD"));
    }

    /** The main job, in the library's own words. */
    private EvaluationReport measure(
            RelayTransport relays,
            NodeDirectory nodes,
            List<Task> tasks,
            Optional<Tokenizer> tokenizer,
            Function<Node, Rate> rates)
            throws InterruptedException {
        try (RelayTransport transport = relays) {
            MlQos qos = MlQos.builder()
                    .transport(transport)
                    .nodes(nodes)
                    .api(api(tokenizer))
                    .rates(rates)
                    .build();
            Evaluation evaluation = qos.evaluate(tasks.toArray(Task[]::new))
                    .samples(questions())
                    .seed(options.seed())
                    .concurrency(CONCURRENCY)
                    .onEvent(ProgressBar.to(err));
            options.journal().ifPresent(evaluation::journal);
            EvaluationReport report = evaluation.run();
            Leaderboard leaderboard = Leaderboard.of(report);
            List<Need> needs = needs();
            if (options.json()) {
                new JsonReport(out).print(report, leaderboard, needs);
            } else {
                new TextReport(out).print(report, leaderboard, needs);
            }
            return report;
        }
    }

    /** Three things that people want of a node. */
    private static List<Need> needs() {
        return List.of(
                Need.builder("the best answers, whatever they cost", Need.Aim.BEST)
                        .build(),
                Need.builder(
                                "the cheapest right answers from a node surely right in half of the cases",
                                Need.Aim.CHEAPEST)
                        .minimumScore(0.5)
                        .build(),
                Need.builder(
                                "the quickest start, within 250 ms for 95 of 100, surely right in 60 of 100",
                                Need.Aim.QUICKEST)
                        .minimumScore(0.6)
                        .slowestFirstToken(Duration.ofMillis(250))
                        .build());
    }

    private OpenAiHttpTransport transport() {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder();
        Optional.ofNullable(System.getenv("OPENAI_API_KEY")).ifPresent(builder::bearerToken);
        return builder.build();
    }

    private ModelApi api(Optional<Tokenizer> tokenizer) {
        CompletionsApi.Builder builder = ModelApi.completions()
                .maxLength(options.maxLength().orElse(8192))
                .maxTokens(options.maxTokens().orElse(512))
                .streaming(options.stream());
        tokenizer.ifPresent(builder::tokenizer);
        return builder.build();
    }

    private int questions() {
        return options.samples().orElse(QUESTIONS);
    }

    private ArithmeticTask arithmetic() {
        return new ArithmeticTask(options.seed(), Math.max(QUESTIONS, questions()));
    }

    private List<Task> benchmarks(boolean withLogLikelihoods) {
        Path data = options.data().orElseThrow();
        List<LmehTask> tasks = new ArrayList<>();
        tasks.add(Lmeh.gsm8k(data.resolve("gsm8k")));
        if (withLogLikelihoods) {
            tasks.add(Lmeh.arcChallenge(data.resolve("arc_challenge")));
        }
        return options.fewShot().isEmpty()
                ? List.copyOf(tasks)
                : List.copyOf(tasks.stream()
                        .map(task -> task.fewShot(options.fewShot().getAsInt()))
                        .toList());
    }

    private static AnswerBook answers(Path data) throws IOException {
        return AnswerBook.anyOf(
                AnswerBook.gsm8k(data.resolve("gsm8k/test.jsonl")),
                AnswerBook.arc(data.resolve("arc_challenge/test.jsonl")));
    }
}
