package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.leaderboard.ResultTable;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.store.StoredResults;

/** One epoch of six simulated nodes, by three workers and Temporal's test server in this process. */
final class Trial {

    /** Samples of a node under way at once. */
    static final int CONCURRENCY = 8;

    /** How long a worker may be silent about a sample. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String QUEUE = "pokt-ml-qos";
    private static final int WORKERS = 3;

    private final int samples;
    private final long seed;
    private final PrintStream out;

    Trial(int samples, long seed, PrintStream out) {
        this.samples = samples;
        this.seed = seed;
        this.out = out;
    }

    void run() throws IOException {
        ArithmeticTask task = new ArithmeticTask(seed, Math.max(samples, 200));
        try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), seed, SimulatedNetwork.usual(samples));
                OpenAiHttpTransport transport = OpenAiHttpTransport.create();
                ResultStore store =
                        ResultStore.inMemory(samples * network.nodes().size());
                TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            out.println("Six SIMULATED nodes, " + WORKERS + " workers and a Temporal server, all in this process.");
            Fleet fleet = new Fleet(network.directory(), task, seed, samples, CONCURRENCY, SILENCE);
            Measuring measuring = new Measuring(task, store, asked -> WatcherTemporal.evaluation(asked, transport));
            List<WorkerFactory> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Workers.start(temporal.getWorkflowClient(), QUEUE, fleet, measuring));
            }
            measure(temporal.getWorkflowClient(), fleet.due(0));
            workers.forEach(WorkerFactory::shutdown);
            print(network, store);
        }
    }

    private static void measure(WorkflowClient client, List<NodeEpoch> due) {
        List<WorkflowStub> running = new ArrayList<>();
        for (NodeEpoch epoch : due) {
            NodeWorkflow workflow = client.newWorkflowStub(
                    NodeWorkflow.class,
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(QUEUE)
                            .setWorkflowId(epoch.workflowId())
                            .build());
            WorkflowExecution unused = WorkflowClient.start(workflow::measure, epoch);
            running.add(WorkflowStub.fromTyped(workflow));
        }
        running.forEach(workflow -> workflow.getResult(Void.class));
    }

    private void print(SimulatedNetwork network, ResultStore store) {
        ResultTable table = StoredResults.table(store, Query.all());
        for (SimulatedNode node : network.nodes()) {
            Estimate score = table.scores(node.node().id()).values().iterator().next();
            out.println(String.format(Locale.ROOT, "%-14s %s", node.behaviour().name(), score));
        }
        out.println(store.count() + " samples, each once.");
    }
}
