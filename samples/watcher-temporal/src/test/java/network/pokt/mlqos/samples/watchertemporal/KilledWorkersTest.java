package network.pokt.mlqos.samples.watchertemporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.samples.quickstart.sim.Behaviour;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNode;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.task.Task;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers that are processes, as they would be in earnest: one is killed (SIGKILL), one is paused (SIGSTOP) and wakes up when all is
 * done. Temporal's test server and the database are in this process and reached over the network.
 */
@Tag("long")
class KilledWorkersTest {

    private static final int NODES = 4;
    private static final int ITEMS = 250;

    @TempDir
    private Path folder;

    private final List<Process> workers = new ArrayList<>();

    @Test
    @SuppressWarnings("try") // The server is only to be there.
    void a_thousand_samples_are_there_once_though_one_worker_of_three_was_killed_and_one_paused() throws Exception {
        ArithmeticTask task = new ArithmeticTask(7, WatcherTemporal.POOL);
        int port = freePort();
        Server database =
                Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = database.getURL().replace("tcp:", "jdbc:h2:tcp:") + "/mem:qos;DB_CLOSE_DELAY=-1";
        try (SimulatedNetwork network =
                        SimulatedNetwork.start(new ArithmeticTask(7, 2_000).answers(), 7, behaviours());
                TestServer.PortBoundTestServer unused = TestServer.createPortBoundServer(port, true);
                ResultStore store = ResultStore.jdbc(JdbcConnectionPool.create(url, "", ""))) {
            String address = "127.0.0.1:" + port;
            WorkflowClient client = WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder().setTarget(address).build()));
            for (int i = 0; i < 3; i++) {
                workers.add(worker(i, address, url, network));
            }
            List<WorkflowStub> running = network.nodes().stream()
                    .map(node -> begin(client, epoch("1", node, task, ITEMS)))
                    .toList();

            awaitCount(store, 200);
            Process killed = workers.get(0).destroyForcibly();
            awaitCount(store, 400);
            signal("STOP", workers.get(1));
            running.forEach(workflow -> workflow.getResult(Void.class));

            assertThat(killed.waitFor()).isEqualTo(128 + 9);
            assertThat(store.count()).isEqualTo(NODES * ITEMS);
            workers.get(2).destroyForcibly();
            signal("CONT", workers.get(1));
            begin(client, epoch("2", network.nodes().get(0), task, 10)).getResult(Void.class);
            assertThat(samples(store, "2")).as("the one that slept works").hasSize(10);
            assertThat(samples(store, "1")).hasSize(NODES * ITEMS);
            assertThat(store.count()).isEqualTo(NODES * ITEMS + 10);
        } finally {
            workers.forEach(Process::destroyForcibly);
            database.stop();
        }
    }

    /** The test server does not tell its port, so it cannot choose one. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<Behaviour> behaviours() {
        return List.of(
                Behaviour.of("strong", 0.92),
                Behaviour.of("weak", 0.55),
                Behaviour.of("flaky", 0.80).failing(0.15),
                Behaviour.of("over-billing", 0.80).billing(1.3));
    }

    private static NodeEpoch epoch(String name, SimulatedNode node, Task task, int items) {
        return new NodeEpoch(
                name,
                Target.of(node.node()),
                task.fingerprint(),
                IntStream.range(0, items).boxed().toList(),
                8,
                Duration.ofSeconds(2));
    }

    private Process worker(int number, String server, String store, SimulatedNetwork network) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WatcherTemporal.class.getName(),
                "--server",
                server,
                "--store",
                store));
        for (SimulatedNode node : network.nodes()) {
            command.addAll(List.of(
                    "--node", node.endpoint() + "," + node.node().model().orElseThrow()));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker" + number + ".txt").toFile())
                .start();
    }

    private static WorkflowStub begin(WorkflowClient client, NodeEpoch epoch) {
        NodeWorkflow workflow = client.newWorkflowStub(
                NodeWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue("pokt-ml-qos")
                        .setWorkflowId(epoch.workflowId())
                        .build());
        WorkflowExecution unused = WorkflowClient.start(workflow::measure, epoch);
        return WorkflowStub.fromTyped(workflow);
    }

    /** Waits on the store: how far the workers are cannot be told in any other way. */
    private void awaitCount(ResultStore store, long wanted) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (store.count() < wanted) {
            assertThat(workers.get(2).waitFor(20, TimeUnit.MILLISECONDS))
                    .as("a worker ended: %s", Files.readString(folder.resolve("worker2.txt")))
                    .isFalse();
            assertThat(System.nanoTime())
                    .as("no progress: %s", Files.readString(folder.resolve("worker2.txt")))
                    .isLessThan(giveUp);
        }
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Set<String> samples(ResultStore store, String epoch) {
        Set<String> samples = new TreeSet<>();
        store.forEach(Query.builder().epoch(epoch).build(), measurement -> {
            assertThat(samples.add(measurement.node() + " " + measurement.sample()))
                    .as("%s is there twice", measurement)
                    .isTrue();
        });
        return samples;
    }
}
