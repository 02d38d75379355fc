package network.pokt.mlqos.samples.benchmarks.shannon;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * What a relay takes longer because it is signed and its reply verified: one relay after the other, plain and Shannon in turns,
 * to servers that answer at once with prepared bytes, so that all the difference is the client's. Beside it the whole way through
 * a local relay miner, which verifies and signs on the same machine.
 */
public final class RelayOverhead {

    private static final int WARM_UP = 2_000;
    private static final int ROUND = 500;
    private static final String SERVICE = "llm";

    private static final RelayRequest ASK = RelayRequest.postJson(
            "/v1/chat/completions",
            Payload.of("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "x".repeat(400) + "\"}]}"));

    private static final byte[] ANSWER =
            ("{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + "y".repeat(350)
                            + "\"}}]}")
                    .getBytes(StandardCharsets.US_ASCII);

    private RelayOverhead() {}

    /** Prints the medians over {@code rounds} rounds of {@value #ROUND} relays of each kind. */
    public static void run(int rounds) throws IOException, InterruptedException {
        // Before version 18 the JDK's server sends head and body apart, and the second waits 40 ms for the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer plain = serving("application/json", ANSWER);
        try (LocalPocket pocket = LocalPocket.builder()
                        .service(SERVICE, 1)
                        .supplier("alice", SERVICE, uri(plain))
                        .application("app", SERVICE)
                        .start();
                OpenAiHttpTransport http = OpenAiHttpTransport.create();
                ShannonTransport shannon = pocket.transport().build()) {
            HttpServer prepared = serving("application/x-protobuf", signed(pocket));
            shannon.warmUp().join();
            NodeId alice = new NodeId(pocket.account("alice").address(), SERVICE);
            Node plainNode = Node.builder(alice, uri(plain)).build();
            Node preparedNode = Node.builder(alice, uri(prepared)).build();
            Node minerNode = Node.builder(alice, pocket.miner("alice").uri()).build();
            measure(
                    rounds,
                    List.of(
                            new Way("plain", http, plainNode),
                            new Way("Shannon, prepared reply", shannon, preparedNode),
                            new Way("Shannon, local miner", shannon, minerNode)));
            prepared.stop(0);
        } finally {
            plain.stop(0);
        }
    }

    private record Way(String name, RelayTransport transport, Node node) {

        void once() throws InterruptedException {
            RelayOutcome outcome = transport.send(node, ASK);
            if (!(outcome instanceof RelayResponse)) {
                throw new IllegalStateException("A relay failed: " + outcome);
            }
        }
    }

    private static void measure(int rounds, List<Way> ways) throws InterruptedException {
        for (Way way : ways) {
            for (int i = 0; i < WARM_UP; i++) {
                way.once();
            }
        }
        Round[][] all = new Round[ways.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                all[i][round] = Round.of(ways.get(i));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-26s %8s %8s %8s %12s %12s %12s%n",
                "medians of rounds, in us",
                "p50",
                "p99",
                "CPU",
                "p50 added",
                "p99 added",
                "CPU added");
        Round plain = Round.median(all[0]);
        for (int i = 0; i < ways.size(); i++) {
            Round way = Round.median(all[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %8.0f %8.0f %8.0f %12.0f %12.0f %12.0f%n",
                    ways.get(i).name(),
                    way.p50,
                    way.p99,
                    way.cpu,
                    way.p50 - plain.p50,
                    way.p99 - plain.p99,
                    way.cpu - plain.cpu);
        }
    }

    /** Microseconds of the relays of one round; those of CPU are the whole process's, compiler and server included. */
    private record Round(double p50, double p99, double cpu) {

        private static final OperatingSystemMXBean MACHINE =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        static Round of(Way way) throws InterruptedException {
            long[] nanos = new long[ROUND];
            long cpu = MACHINE.getProcessCpuTime();
            for (int k = 0; k < ROUND; k++) {
                long start = System.nanoTime();
                way.once();
                nanos[k] = System.nanoTime() - start;
            }
            double spent = MACHINE.getProcessCpuTime() - cpu;
            Arrays.sort(nanos);
            return new Round(nanos[ROUND / 2] / 1e3, nanos[ROUND * 99 / 100] / 1e3, spent / ROUND / 1e3);
        }

        /** Other programs that disturb a round leave the median of the rounds as it is. */
        static Round median(Round... rounds) {
            return new Round(median(Round::p50, rounds), median(Round::p99, rounds), median(Round::cpu, rounds));
        }

        private static double median(ToDoubleFunction<Round> figure, Round... rounds) {
            double[] sorted = Arrays.stream(rounds).mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    private static byte[] signed(LocalPocket pocket) {
        PoktHttpResponse answer =
                new PoktHttpResponse(200, Map.of("Content-Type", List.of("application/json")), Payload.of(ANSWER));
        ShannonResponse reply = ShannonResponse.unsigned(pocket.session("app", SERVICE), answer.encode());
        return reply.signed(pocket.account("alice").key().sign(reply.signableHash()))
                .encode()
                .toByteArray();
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpServer serving(String contentType, byte[] body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", exchange -> answer(exchange, contentType, body));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String contentType, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
