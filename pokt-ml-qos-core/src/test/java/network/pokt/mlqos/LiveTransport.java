package network.pokt.mlqos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/** Sends relays to a {@link LiveServer}, untimed. */
public final class LiveTransport implements RelayTransport {

    private static final RelayTiming UNTIMED = RelayTiming.none(Instant.EPOCH);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        HttpRequest http = HttpRequest.newBuilder(URI.create(node.endpoint() + request.path()))
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()))
                .timeout(request.timeout())
                .build();
        return client.sendAsync(http, HttpResponse.BodyHandlers.ofByteArray())
                .handle((answer, error) -> error == null
                        ? new RelayResponse(answer.statusCode(), answer.headers(), Payload.of(answer.body()), UNTIMED)
                        : RelayFailure.of(FaultCause.UNREACHABLE, error.toString(), UNTIMED));
    }

    @Override
    public void close() {}
}
