package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.adapter.ServedModel;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand streams that are all open at the same moment: none goes on before every one of them has begun. */
@Tag("long")
@Timeout(120)
class ManyStreamsTest {

    private static final int STREAMS = 1_000;
    private static final int EVENTS = 50;

    private final CountDownLatch begun = new CountDownLatch(STREAMS);

    @Test
    void a_thousand_streams_at_once_lose_nothing() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(null, task, "model", 256 << 10));
        HttpServer model = HttpServer.create(any, STREAMS);
        model.setExecutor(threads);
        model.createContext("/", this::stream);
        model.start();
        EndpointAdapter adapter = EndpointAdapter.builder(
                        ServedModel.of("m"),
                        OpenAiServer.VLLM,
                        URI.create("http://127.0.0.1:" + model.getAddress().getPort()))
                .build();
        try (AdapterServer server = AdapterServer.start(adapter, any);
                OpenAiHttpTransport client = OpenAiHttpTransport.create()) {
            Node node = Node.at(URI.create("http://127.0.0.1:" + server.port()), "m");
            List<CompletableFuture<RelayOutcome>> answers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                answers.add(client.sendAsync(
                        node,
                        RelayRequest.postJson(
                                "/v1/completions",
                                Payload.of("{\"prompt\":\"" + i + "\",\"stream\":true,\"user\":\"" + i + "\"}"))));
            }
            for (int i = 0; i < STREAMS; i++) {
                assertThat(answers.get(i).get(100, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(RelayResponse.class, answer -> {
                            assertThat(answer.status()).isEqualTo(200);
                            assertThat(answer.body().utf8()).isEqualTo(body());
                        });
            }
        } finally {
            model.stop(0);
            threads.shutdownNow();
        }
    }

    private static String body() {
        return "data: {\"choices\":[{\"index\":0,\"text\":\" word\"}]}\n\n".repeat(EVENTS) + "data: [DONE]\n\n";
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            String[] events = body().split("(?<=\n\n)");
            for (int i = 0; i < events.length; i++) {
                if (i == 1) {
                    begun.countDown();
                    if (!begun.await(60, TimeUnit.SECONDS)) {
                        return;
                    }
                }
                out.write(events[i].getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
