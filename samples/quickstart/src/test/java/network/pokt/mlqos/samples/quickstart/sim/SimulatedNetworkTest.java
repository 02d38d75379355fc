package network.pokt.mlqos.samples.quickstart.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SimulatedNetworkTest {

    private final ArithmeticTask task = new ArithmeticTask(7, 200);

    @Test
    void the_usual_network_is_six_servers_of_honest_names() throws IOException {
        try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, SimulatedNetwork.usual(200))) {
            List<Node> nodes = network.directory().nodes();

            assertThat(nodes).extracting(Node::toString).allMatch(id -> id.contains("simulated-"));
            assertThat(nodes.stream().map(node -> node.model().orElseThrow()))
                    .containsExactly(
                            "simulated-strong",
                            "simulated-weak",
                            "simulated-slow",
                            "simulated-flaky",
                            "simulated-over-billing",
                            "simulated-swapping");
            assertThat(nodes).extracting(Node::endpoint).doesNotHaveDuplicates();
            assertThat(network.nodes())
                    .extracting(SimulatedNode::trueSkill)
                    .containsExactly(0.92, 0.55, 0.80, 0.80, 0.80, 0.90);
            assertThat(network.node("swapping").behaviour().swapAfter()).isEqualTo(100);
            assertThatThrownBy(() -> network.node("perfect"))
                    .hasMessageContaining("No simulated node behaves as 'perfect'");
        }
    }

    @Test
    void closing_frees_ports_and_threads_even_in_the_middle_of_an_answer() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, SimulatedNetwork.usual(200));
        SimulatedNode slow = network.node("slow");
        try (Socket waiting = new Socket("127.0.0.1", slow.endpoint().getPort())) {
            send(waiting, "POST /v1/completions HTTP/1.1\r\nContent-Length: 14\r\n\r\n{\"prompt\":\"a\"}");

            network.close();

            assertThat(waiting.getInputStream().readAllBytes()).isEmpty();
        }
        for (SimulatedNode node : network.nodes()) {
            assertThatThrownBy(() -> new Socket("127.0.0.1", node.endpoint().getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .map(Thread::getName)
                        .collect(Collectors.toSet()))
                .noneMatch(name -> name.startsWith("simulated-"));
        network.close();
    }

    @Test
    void each_node_answers_thirty_two_connections_at_once() throws IOException, InterruptedException {
        List<ObjectNode> bodies = Collections.nCopies(32, Client.completion("Question: Anything?\nAnswer:"));
        List<Behaviour> six = IntStream.range(0, 6)
                .mapToObj(i -> Behaviour.of("node-" + i, 1))
                .toList();
        try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, six)) {
            List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
            for (SimulatedNode node : network.nodes()) {
                pending.addAll(new Client(node).completeAll(bodies, 32, answer -> answer));
            }

            assertThat(pending).hasSize(6 * 32).allMatch(answer -> answer.join().statusCode() == 200);
        }
    }

    @Test
    void requests_on_one_connection_are_answered_in_order_and_close_is_honoured() throws IOException {
        try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, List.of(Behaviour.of("any", 1)));
                Socket socket =
                        new Socket("127.0.0.1", network.node("any").endpoint().getPort())) {
            send(
                    socket,
                    "GET /v1/models HTTP/1.1\r\n\r\nGET /first HTTP/1.1\r\n\r\n"
                            + "GET /second?x=1 HTTP/1.1\r\nConnection: close\r\n\r\nGET /third HTTP/1.1\r\n\r\n");

            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all.split("HTTP/1.1 ", -1)).hasSize(4);
            assertThat(all)
                    .containsSubsequence("HTTP/1.1 200", "GET /first", "GET /second")
                    .doesNotContain("/third");
        }
    }

    @Test
    void what_is_no_http_is_hung_up_on_and_harms_nobody_else() throws IOException, InterruptedException {
        try (SimulatedNetwork network = SimulatedNetwork.start(task.answers(), 7, List.of(Behaviour.of("any", 1)))) {
            SimulatedNode node = network.node("any");
            for (String nonsense : List.of(
                    "hello\r\n\r\n",
                    "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                    "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
                    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")) {
                try (Socket socket = new Socket("127.0.0.1", node.endpoint().getPort())) {
                    send(socket, nonsense);
                    assertThat(socket.getInputStream().readAllBytes()).isEmpty();
                }
            }
            assertThat(new Client(node).get("/v1/models").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_behaviour_needs_possible_figures() {
        assertThatThrownBy(() -> Behaviour.of("any", 1.2)).hasMessage("The skill must lie between 0 and 1, got 1.2.");
        assertThatThrownBy(() -> Behaviour.of("any", 1).failing(-0.1)).hasMessageContaining("failure share");
        assertThatThrownBy(() -> Behaviour.of("any", 1).swapping(2, 1)).hasMessageContaining("later skill");
        assertThatThrownBy(() -> Behaviour.of("any", 1).slowedBy(0)).hasMessageContaining("slowness");
        assertThatThrownBy(() -> Behaviour.of("any", 1).billing(Double.NaN)).hasMessageContaining("billing");
        assertThatThrownBy(() -> Behaviour.of(" ", 1)).hasMessageContaining("name");
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
