package network.pokt.mlqos.diffusion.task;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import network.pokt.mlqos.diffusion.image.PngEncoder;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Answers at once with a picture that a function draws. */
record DrawingTransport(BiFunction<Node, JsonNode, RgbImage> painter) implements RelayTransport {

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        JsonNode asked = new ObjectMapper().readTree(request.body().toByteArray());
        String file = Base64.getEncoder().encodeToString(PngEncoder.encode(painter.apply(node, asked)));
        return CompletableFuture.completedFuture(new RelayResponse(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                Payload.of("{\"data\":[{\"b64_json\":\"" + file + "\"}]}"),
                RelayTiming.none(Instant.EPOCH)));
    }

    @Override
    public void close() {}
}
