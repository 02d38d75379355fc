package network.pokt.mlqos.samples.watchertemporal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.task.Task;

/** A worker of a Temporal server; or, without one, everything in this process to try it out. */
public final class WatcherTemporal {

    /** Documents of the made-up task: a year of hourly epochs of 50 before any comes again. */
    static final int POOL = 438_000;

    private final Options options;
    private final PrintStream out;

    private WatcherTemporal(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 when all went well, 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws Exception {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
            } else if (options.server().isPresent()) {
                new WatcherTemporal(options, out).work(options.server().get());
            } else {
                new Trial(options.samples(), options.seed(), out).run();
            }
            return 0;
        } catch (IllegalArgumentException | MlQosException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** Works until the process is stopped. */
    private void work(String server) throws InterruptedException {
        WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(server).build());
        WorkflowClient client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(options.namespace())
                        .build());
        Task task = task();
        try (HikariDataSource database = database();
                ResultStore store = ResultStore.jdbc(database);
                OpenAiHttpTransport transport = transport()) {
            Fleet fleet = new Fleet(
                    NodeDirectory.of(options.nodes().toArray(Node[]::new)),
                    task,
                    options.seed(),
                    options.samples(),
                    Trial.CONCURRENCY,
                    Trial.SILENCE);
            Measuring samples = new Measuring(task, store, asked -> evaluation(asked, transport));
            WorkerFactory factory = Workers.start(client, options.queue(), fleet, samples);
            if (options.watch()) {
                watch(client);
            }
            out.println("Working on queue " + options.queue() + " of " + server + " until stopped with Ctrl-C.");
            factory.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } finally {
            service.shutdown();
        }
    }

    private void watch(WorkflowClient client) {
        FleetWorkflow watch = client.newWorkflowStub(
                FleetWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(options.queue())
                        .setWorkflowId("qos/watch/" + options.queue())
                        .build());
        try {
            WorkflowClient.start(watch::watch, options.epoch().toMillis());
            out.println("Started the watch.");
        } catch (WorkflowExecutionAlreadyStarted e) {
            out.println("The watch is on already.");
        }
    }

    static Evaluation evaluation(Task task, OpenAiHttpTransport transport) {
        return Evaluation.of(task)
                .transport(transport)
                .api(ModelApi.completions().maxLength(8192).maxTokens(512).build());
    }

    private Task task() {
        return options.data()
                .<Task>map(folder -> Lmeh.gsm8k(folder.resolve("gsm8k")))
                .orElseGet(() -> new ArithmeticTask(options.seed(), POOL));
    }

    private HikariDataSource database() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.store());
        config.setUsername(Optional.ofNullable(System.getenv("STORE_USER")).orElse(""));
        config.setPassword(Optional.ofNullable(System.getenv("STORE_PASSWORD")).orElse(""));
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    private static OpenAiHttpTransport transport() {
        OpenAiHttpTransport.Builder transport = OpenAiHttpTransport.builder();
        Optional.ofNullable(System.getenv("OPENAI_API_KEY")).ifPresent(transport::bearerToken);
        return transport.build();
    }
}
