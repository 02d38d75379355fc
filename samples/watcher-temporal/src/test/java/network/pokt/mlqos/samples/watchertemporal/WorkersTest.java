package network.pokt.mlqos.samples.watchertemporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.samples.quickstart.sim.Behaviour;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers in this process, on Temporal's server in memory. */
class WorkersTest {

    private static final String QUEUE = "test";
    private static final int ITEMS = 20;

    private final ArithmeticTask task = new ArithmeticTask(7, 200);
    private final OpenAiHttpTransport transport = OpenAiHttpTransport.create();
    private final ResultStore store = ResultStore.inMemory(10_000);
    private final CountDownLatch awake = new CountDownLatch(1);
    private final List<WorkerFactory> workers = new ArrayList<>();
    private SimulatedNetwork network;
    private TestWorkflowEnvironment temporal;
    private Fleet fleet;

    @BeforeEach
    void start() throws IOException {
        network = SimulatedNetwork.start(
                task.answers(),
                7,
                List.of(Behaviour.of("strong", 0.92), Behaviour.of("flaky", 0.8).failing(0.15)));
        temporal = environment(false);
        fleet = new Fleet(network.directory(), task, 7, ITEMS, 8, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        awake.countDown();
        workers.forEach(WorkerFactory::shutdownNow);
        temporal.close();
        network.close();
        transport.close();
    }

    @Test
    void every_sample_is_there_once_though_some_workers_fell_silent_and_woke_up_too_late() throws Exception {
        List<NodeEpoch> due = fleet.due(1);
        Silent silent = new Silent(measuring(), Set.copyOf(due.get(0).items().subList(3, 6)), awake);
        for (int i = 0; i < 3; i++) {
            work(silent);
        }

        finish(due);
        assertThat(samples("1")).hasSize(2 * ITEMS);
        long asked = answered();
        awake.countDown();
        silent.awaitOver();

        assertThat(answered()).as("who was thought dead asks once more").isGreaterThan(asked);
        assertThat(samples("1")).hasSize(2 * ITEMS);
    }

    @Test
    void an_epoch_goes_on_where_it_was() {
        work(measuring());
        NodeEpoch whole = fleet.due(1).get(0);
        NodeEpoch half = new NodeEpoch(
                whole.epoch(), whole.node(), whole.task(), whole.items().subList(0, ITEMS / 2), 8, whole.silence());
        finish(List.of(half));
        long asked = network.node("strong").answered();

        finish(List.of(whole));

        assertThat(samples("1")).hasSize(ITEMS);
        assertThat(network.node("strong").answered()).isEqualTo(asked + ITEMS / 2);
    }

    @Test
    void a_watch_measures_every_epoch_anew() {
        temporal.close();
        temporal = environment(true);
        work(measuring());
        FleetWorkflow watch = temporal.getWorkflowClient()
                .newWorkflowStub(
                        FleetWorkflow.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        long hour = Duration.ofHours(1).toMillis();
        long first = temporal.currentTimeMillis() / hour;

        WorkflowExecution unused = WorkflowClient.start(watch::watch, hour);
        temporal.sleep(Duration.ofMinutes(150));

        assertThat(samples(Long.toString(first))).hasSize(2 * ITEMS);
        assertThat(samples(Long.toString(first + 1))).hasSize(2 * ITEMS);
        assertThat(items(first)).doesNotContainAnyElementsOf(items(first + 1));
    }

    private List<Integer> items(long epoch) {
        return fleet.due(epoch).get(0).items();
    }

    @Test
    void the_trial_says_what_it_measured() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = WatcherTemporal.run(new PrintStream(out), new PrintStream(out), "--samples", "5");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("strong", "swapping", "30 samples, each once.");
        assertThat(code).isZero();
    }

    @Test
    void mistakes_on_the_command_line_are_named() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = WatcherTemporal.run(System.out, new PrintStream(err), "--server", "127.0.0.1:7233");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--node");
    }

    private static TestWorkflowEnvironment environment(boolean virtualTime) {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(virtualTime)
                .build());
    }

    private void work(SampleActivities samples) {
        workers.add(Workers.start(temporal.getWorkflowClient(), QUEUE, fleet, samples));
    }

    private Measuring measuring() {
        return new Measuring(task, store, asked -> WatcherTemporal.evaluation(asked, transport));
    }

    private long answered() {
        return network.nodes().stream().mapToLong(SimulatedNode::answered).sum();
    }

    private void finish(List<NodeEpoch> due) {
        end(begin(due));
    }

    private List<WorkflowStub> begin(List<NodeEpoch> due) {
        List<WorkflowStub> running = new ArrayList<>();
        for (NodeEpoch epoch : due) {
            NodeWorkflow workflow = temporal.getWorkflowClient()
                    .newWorkflowStub(
                            NodeWorkflow.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(QUEUE)
                                    .setWorkflowId(epoch.workflowId())
                                    .build());
            WorkflowExecution unused = WorkflowClient.start(workflow::measure, epoch);
            running.add(WorkflowStub.fromTyped(workflow));
        }
        return running;
    }

    private static void end(List<WorkflowStub> running) {
        running.forEach(workflow -> workflow.getResult(Void.class));
    }

    private Set<String> samples(String epoch) {
        Set<String> samples = new TreeSet<>();
        store.forEach(Query.builder().epoch(epoch).build(), measurement -> {
            assertThat(samples.add(measurement.node() + " " + measurement.sample()))
                    .as("%s is there twice", measurement)
                    .isTrue();
        });
        return samples;
    }

    /** Takes some samples and gives no sign of life until it is woken; whoever gets them next measures them. */
    private static final class Silent implements SampleActivities {

        private final SampleActivities measuring;
        private final Set<Integer> items;
        private final CountDownLatch awake;
        private final Phaser asleep = new Phaser(1);

        Silent(SampleActivities measuring, Set<Integer> items, CountDownLatch awake) {
            this.measuring = measuring;
            this.items = items;
            this.awake = awake;
        }

        @Override
        public List<Integer> missing(NodeEpoch epoch) {
            return measuring.missing(epoch);
        }

        @Override
        public void measure(SampleKey key) {
            boolean first = Activity.getExecutionContext().getInfo().getAttempt() == 1;
            if (!first || !items.contains(key.item())) {
                measuring.measure(key);
                return;
            }
            asleep.register();
            try {
                awake.await();
                measuring.measure(key);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                asleep.arriveAndDeregister();
            }
        }

        void awaitOver() throws Exception {
            asleep.awaitAdvanceInterruptibly(asleep.arrive(), 1, TimeUnit.MINUTES);
        }
    }
}
