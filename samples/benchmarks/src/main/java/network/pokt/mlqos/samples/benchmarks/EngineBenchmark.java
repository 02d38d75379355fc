package network.pokt.mlqos.samples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;

/**
 * Relays per second and CPU per relay of the whole engine, beside the raw JDK client and beside lm-evaluation-harness's client,
 * in turns against one server that answers at once.
 *
 * <p>The engine does all of its work: it builds each sample, writes the request, parses the answer, judges it, keeps its
 * statistics and writes its journal. The raw client sends prepared bytes and looks at the status.
 */
final class EngineBenchmark {

    private static final Pattern LM_EVAL = Pattern.compile("(\\d+) req/s, (\\d+) us CPU/request");

    private final URI server;
    private final Path bench;
    private final int requests;
    private final int concurrency;

    EngineBenchmark(URI server, Path bench, int requests, int concurrency) {
        this.server = server;
        this.bench = bench;
        this.requests = requests;
        this.concurrency = concurrency;
    }

    private record Figure(double perSecond, double cpuMicros) {}

    @FunctionalInterface
    private interface Contender {
        Figure run() throws IOException, InterruptedException;
    }

    /** Runs all contenders in turns and prints medians, and ratios within each round. */
    void compare(int rounds, Optional<String> python) throws IOException, InterruptedException {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("raw JDK client", this::raw);
        contenders.put("engine", () -> engine(Optional.empty()));
        contenders.put("engine with journal", () -> {
            Path journal = Files.createTempFile("benchmark", ".jsonl");
            try {
                return engine(Optional.of(journal));
            } finally {
                Files.deleteIfExists(journal);
            }
        });
        python.ifPresent(interpreter -> contenders.put("lm-eval client", () -> lmEval(interpreter)));
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                Figure figure = contender.getValue().run();
                // The first round warms up.
                if (round > 0) {
                    figures.computeIfAbsent(contender.getKey(), key -> new ArrayList<>())
                            .add(figure);
                    System.out.printf(
                            Locale.ROOT,
                            "round %d  %-20s %8.0f relays/s  %6.0f us CPU/relay%n",
                            round,
                            contender.getKey(),
                            figure.perSecond(),
                            figure.cpuMicros());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nJava %s, %d in flight, %d relays a round, medians of %d rounds, ratios within each round%n",
                System.getProperty("java.version"),
                concurrency,
                requests,
                rounds);
        List<Figure> raw = figures.getOrDefault("raw JDK client", List.of());
        List<Figure> peer = figures.getOrDefault("lm-eval client", List.of());
        figures.forEach((name, own) -> System.out.printf(
                Locale.ROOT,
                "%-20s %8.0f relays/s  %6.0f us CPU/relay  CPU %.2f x raw  %s%n",
                name,
                median(own.stream().mapToDouble(Figure::perSecond).toArray()),
                median(own.stream().mapToDouble(Figure::cpuMicros).toArray()),
                median(ratios(own, raw, true)),
                peer.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "rate %.2f x lm-eval", median(ratios(own, peer, false)))));
    }

    /** Asks so many samples and prints the heap that is in use after each tenth of them. */
    void memory(int samples) throws IOException, InterruptedException {
        int tenth = samples / 10;
        AtomicInteger concluded = new AtomicInteger();
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            Path journal = Files.createTempFile("benchmark", ".jsonl");
            EvaluationReport report = Evaluation.of(task(samples))
                    .transport(transport)
                    .nodes(NodeDirectory.of(Node.at(server, "node")))
                    .api(ModelApi.completions().build())
                    .concurrency(concurrency)
                    .journal(journal)
                    .onEvent(event -> {
                        if (event instanceof EvaluationEvent.SampleConcluded
                                && concluded.incrementAndGet() % tenth == 0) {
                            System.gc();
                            long used = ManagementFactory.getMemoryMXBean()
                                            .getHeapMemoryUsage()
                                            .getUsed()
                                    >> 20;
                            System.out.printf(Locale.ROOT, "%9d samples  %4d MB in use%n", concluded.get(), used);
                        }
                    })
                    .run();
            Files.delete(journal);
            System.out.println(report.nodes().get(0).tasks().get(0) + ", heap limit "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        }
    }

    private PromptTask task(int samples) throws IOException {
        return new PromptTask(Files.readString(bench.resolve("request.json")), "72", samples);
    }

    private Figure engine(Optional<Path> journal) throws IOException, InterruptedException {
        PromptTask task = task(requests);
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            Evaluation evaluation = Evaluation.of(task)
                    .transport(transport)
                    .nodes(NodeDirectory.of(Node.at(server, "node")))
                    .api(ModelApi.completions().build())
                    .concurrency(concurrency)
                    .totalConcurrency(concurrency);
            if (journal.isPresent()) {
                Files.delete(journal.get());
                evaluation.journal(journal.get());
            }
            return timed(() -> {
                EvaluationReport report = evaluation.run();
                if (report.nodes().get(0).tasks().get(0).score().value() != 1) {
                    throw new IllegalStateException("The server does not give the canned answer: " + report.nodes());
                }
            });
        }
    }

    private Figure raw() throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(bench.resolve("request.json"));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(executor)
                    .build();
            AtomicInteger left = new AtomicInteger(requests);
            CountDownLatch done = new CountDownLatch(requests);
            return timed(() -> {
                for (int i = 0; i < concurrency; i++) {
                    next(client, request, left, done);
                }
                done.await();
            });
        } finally {
            executor.shutdown();
        }
    }

    private static void next(HttpClient client, HttpRequest request, AtomicInteger left, CountDownLatch done) {
        if (left.getAndDecrement() <= 0) {
            return;
        }
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).whenComplete((response, error) -> {
            if (error != null || response.statusCode() != 200) {
                System.err.println("The raw client got " + (error == null ? response : error));
            }
            done.countDown();
            next(client, request, left, done);
        });
    }

    private Figure lmEval(String python) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python,
                        bench.resolve("lm_eval_client.py").toString(),
                        Integer.toString(server.getPort()),
                        Integer.toString(concurrency),
                        Integer.toString(requests))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher figures = LM_EVAL.matcher(output);
        if (process.waitFor() != 0 || !figures.find()) {
            throw new UncheckedIOException(new IOException("lm-eval's client failed: " + output));
        }
        return new Figure(Double.parseDouble(figures.group(1)), Double.parseDouble(figures.group(2)));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Figure timed(Work work) throws IOException, InterruptedException {
        long cpu = processCpuNanos();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Figure(requests / seconds, (processCpuNanos() - cpu) / 1e3 / requests);
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double[] ratios(List<Figure> own, List<Figure> other, boolean cpu) {
        double[] ratios = new double[own.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = cpu
                    ? own.get(i).cpuMicros() / other.get(i).cpuMicros()
                    : own.get(i).perSecond() / other.get(i).perSecond();
        }
        return ratios;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
