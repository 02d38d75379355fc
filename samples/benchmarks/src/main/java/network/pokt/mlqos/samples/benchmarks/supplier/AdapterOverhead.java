package network.pokt.mlqos.samples.benchmarks.supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.supplier.adapter.AdapterRequest;
import network.pokt.mlqos.relay.supplier.adapter.AnswerHead;
import network.pokt.mlqos.relay.supplier.adapter.AnswerSink;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.adapter.ServedModel;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;

/**
 * What a request takes longer through the endpoint adapter: one after the other, straight to a server that answers at once and
 * through the adapter in turns, for a whole answer and for a stream whose events get another model name. The adapter's handler
 * alone is measured, not the server before it.
 */
public final class AdapterOverhead {

    private static final int WARM_UP = 1_000;
    private static final int ROUND = 300;
    private static final int EVENTS = 100;
    private static final String PATH = "/v1/completions";
    private static final String EVENT =
            "data: {\"id\":\"cmpl-1\",\"model\":\"inner\",\"choices\":[{\"index\":0,\"text\":\""
                    + " word\",\"finish_reason\":null}]}\n\n";

    private AdapterOverhead() {}

    /** Prints medians over {@code rounds} times {@value #ROUND} requests of each kind. */
    public static void run(int rounds) throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", AdapterOverhead::serve);
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ServedModel model = new ServedModel("public", "inner", Optional.empty(), 0);
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create();
                EndpointAdapter adapter =
                        EndpointAdapter.builder(model, OpenAiServer.VLLM, uri).build()) {
            Node node = Node.at(uri, "inner");
            for (boolean stream : new boolean[] {false, true}) {
                String body = "{\"prompt\":\"" + "x".repeat(400) + "\",\"stream\":" + stream + "}";
                Call straight = () -> transport.send(node, RelayRequest.postJson(PATH, Payload.of(body)));
                Call adapted = () -> adapter.handle(
                        new AdapterRequest(
                                "POST",
                                PATH,
                                OptionalLong.empty(),
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                        new Nowhere());
                compare(stream ? "stream of " + EVENTS + " events" : "whole answer", straight, adapted, rounds);
            }
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Call {
        void once() throws IOException, InterruptedException;
    }

    private static final class Nowhere implements AnswerSink {

        @Override
        public void head(AnswerHead head) {
            // Only the time counts.
        }

        @Override
        public void write(byte[] bytes) {
            // Only the time counts.
        }
    }

    private static void compare(String name, Call straight, Call adapted, int rounds)
            throws IOException, InterruptedException {
        time(straight, WARM_UP);
        time(adapted, WARM_UP);
        double[] plain = new double[rounds];
        double[] through = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            plain[round] = time(straight, ROUND);
            through[round] = time(adapted, ROUND);
        }
        Arrays.sort(plain);
        Arrays.sort(through);
        System.out.printf(
                Locale.ROOT,
                "%-22s straight %.0f us (%.0f to %.0f), through the adapter %.0f us (%.0f to %.0f)%n",
                name,
                plain[rounds / 2],
                plain[0],
                plain[rounds - 1],
                through[rounds / 2],
                through[0],
                through[rounds - 1]);
    }

    /** Returns the median time of a call in microseconds. */
    private static double time(Call call, int calls) throws IOException, InterruptedException {
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.once();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[calls / 2] / 1_000.0;
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            boolean stream = new String(request, StandardCharsets.UTF_8).contains("\"stream\":true");
            exchange.getResponseHeaders().set("Content-Type", stream ? "text/event-stream" : "application/json");
            OutputStream out = exchange.getResponseBody();
            if (stream) {
                exchange.sendResponseHeaders(200, 0);
                byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < EVENTS; i++) {
                    out.write(event);
                    out.flush();
                }
                out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
            } else {
                byte[] answer = ("{\"model\":\"inner\",\"choices\":[{\"index\":0,\"text\":\"" + "y".repeat(350)
                                + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                out.write(answer);
            }
        }
    }
}
