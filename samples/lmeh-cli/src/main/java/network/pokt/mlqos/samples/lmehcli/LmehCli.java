package network.pokt.mlqos.samples.lmehcli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.LikelihoodFinding;
import network.pokt.mlqos.evaluation.NodeReport;
import network.pokt.mlqos.evaluation.ProgressBar;
import network.pokt.mlqos.lmeh.LmehReport;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.lmeh.SampleLog;
import network.pokt.mlqos.lmeh.config.TaskTree;
import network.pokt.mlqos.lmeh.result.ResultFiles;
import network.pokt.mlqos.lmeh.result.RunResults;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.Tokenizer;

/** Measures remote nodes on tasks of lm-evaluation-harness, and writes what it found as that program does. */
public final class LmehCli {

    private final Options options;
    private final ModelOptions model;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    private LmehCli(Options options, Clock clock, PrintStream out, PrintStream err) {
        this.options = options;
        this.model = options.model();
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(Clock.system(ZoneId.systemDefault()), System.out, System.err, args));
    }

    /** Returns the exit code: 0 when all was measured, 1 when the run ended early, 2 when the caller has to change something. */
    static int run(Clock clock, PrintStream out, PrintStream err, String... args) throws InterruptedException {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Usage.TEXT);
                return 0;
            }
            return new LmehCli(options, clock, out, err).run();
        } catch (IllegalArgumentException | MlQosException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int run() throws InterruptedException {
        TaskChoice choice = TaskChoice.of(options, model, err);
        if (options.tasks().equals(List.of("list"))) {
            choice.names().forEach(out::println);
            return 0;
        }
        List<TaskTree> trees = choice.trees();
        List<LmehTask> tasks = choice.tasks(trees);
        Optional<Tokenizer> tokenizer = model.tokenizer().map(HuggingFaceTokenizer::load);
        try {
            return evaluate(trees, tasks, tokenizer);
        } finally {
            tokenizer.ifPresent(loaded -> ((HuggingFaceTokenizer) loaded).close());
        }
    }

    private int evaluate(List<TaskTree> trees, List<LmehTask> tasks, Optional<Tokenizer> tokenizer)
            throws InterruptedException {
        List<Node> nodes = options.nodes(model);
        Instant start = clock.instant();
        Map<Node, ResultFiles> files = new LinkedHashMap<>();
        options.outputPath().ifPresent(path -> nodes.forEach(node -> files.put(node, files(node, nodes.size() > 1))));
        Map<Node, SampleLog> logs = new LinkedHashMap<>();
        try (OpenAiHttpTransport transport = transport()) {
            Evaluation evaluation = Evaluation.of(List.copyOf(tasks))
                    .transport(transport)
                    .nodes(NodeDirectory.of(nodes.toArray(Node[]::new)))
                    .api(model.api(tokenizer))
                    .concurrency(model.concurrency())
                    .sampleTimeout(model.timeout().multipliedBy(model.retries()))
                    .budget(options.budget())
                    .probeLikelihoods(options.probes())
                    .onEvent(ProgressBar.to(err));
            options.journal().ifPresent(evaluation::journal);
            if (options.logSamples()) {
                files.forEach((node, own) -> logs.put(node, SampleLog.to(own, node, tasks)));
                logs.values().forEach(evaluation::onEvent);
            }
            EvaluationReport report = evaluation.run();
            for (NodeReport node : report.nodes()) {
                Map<String, String> hashes = new HashMap<>();
                if (logs.containsKey(node.node())) {
                    hashes.putAll(logs.get(node.node()).finish());
                }
                LmehReport results = LmehReport.of(node, tasks, trees, hashes);
                out.println(node.node() + " (" + model.kind() + "), " + report.ending());
                new ResultTable(out).print(results, node);
                unable(node).ifPresent(finding -> out.println(finding.detail()));
                if (files.containsKey(node.node())) {
                    files.get(node.node()).write(results(results, node, start));
                    out.println("Written to " + files.get(node.node()).results());
                }
            }
            return report.ending() == Ending.COMPLETE ? 0 : 1;
        } finally {
            logs.values().forEach(SampleLog::close);
        }
    }

    private ResultFiles files(Node node, boolean several) {
        String name = several ? model.name() + "__" + node.id() : model.name();
        return ResultFiles.at(options.outputPath().orElseThrow(), name, LocalDateTime.now(clock));
    }

    private RunResults results(LmehReport report, NodeReport node, Instant start) {
        RunResults.Builder results = new RunDescription(options, model)
                .begin()
                .time(start, Duration.between(start, clock.instant()))
                .own("node", node.node().id().toString())
                .own("relays", node.spend().relays())
                .own("prompt_tokens_claimed", node.spend().promptTokens())
                .own("completion_tokens_claimed", node.spend().completionTokens())
                .own("failed_relays", new LinkedHashMap<>(failures(node)));
        unable(node).ifPresent(finding -> results.own("likelihood_probe", finding.detail()));
        report.tasks().forEach(results::task);
        report.groups().forEach(results::group);
        return results.build();
    }

    private static Optional<LikelihoodFinding.Unable> unable(NodeReport node) {
        return node.likelihoods()
                .filter(LikelihoodFinding.Unable.class::isInstance)
                .map(LikelihoodFinding.Unable.class::cast);
    }

    private static Map<String, Long> failures(NodeReport node) {
        Map<String, Long> failures = new LinkedHashMap<>();
        node.failedAttempts().forEach((cause, count) -> failures.put(cause.name(), count));
        return failures;
    }

    private OpenAiHttpTransport transport() {
        OpenAiHttpTransport.Builder builder = OpenAiHttpTransport.builder().totalTimeout(model.timeout());
        Optional.ofNullable(System.getenv("OPENAI_API_KEY")).ifPresent(builder::bearerToken);
        return builder.build();
    }
}
