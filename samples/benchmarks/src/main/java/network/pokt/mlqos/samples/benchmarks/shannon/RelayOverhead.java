package network.pokt.mlqos.samples.benchmarks.shannon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final int WARM_UP = 1_000;
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

    /** Prints percentiles of {@code rounds} times {@value #ROUND} relays of each kind. */
    public static void run(int rounds) throws IOException, InterruptedException {
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
        long[][] nanos = new long[ways.size()][rounds * ROUND];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                for (int k = 0; k < ROUND; k++) {
                    long start = System.nanoTime();
                    ways.get(i).once();
                    nanos[i][round * ROUND + k] = System.nanoTime() - start;
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%-26s %10s %10s %14s %14s%n", "", "p50 us", "p99 us", "p50 added us", "p99 added us");
        for (int i = 0; i < ways.size(); i++) {
            Arrays.sort(nanos[i]);
            double p50 = percentile(nanos[i], 0.50);
            double p99 = percentile(nanos[i], 0.99);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %10.0f %10.0f %14.0f %14.0f%n",
                    ways.get(i).name(),
                    p50,
                    p99,
                    p50 - percentile(nanos[0], 0.50),
                    p99 - percentile(nanos[0], 0.99));
        }
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e3;
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
