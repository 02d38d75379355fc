package network.pokt.mlqos.relay.shannon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;
import network.pokt.mlqos.transport.ScriptedConnection;
import org.junit.jupiter.api.BeforeEach;

/** The kit's server takes the place of the miner of a supplier of the local network, and signs with the supplier's key. */
class ShannonTransportContractTest extends RelayTransportContract {

    private static final String DELIMITER = "||POKT_STREAM||";

    private LocalPocket pocket;

    @BeforeEach
    void startNetwork() throws IOException {
        pocket = open(LocalPocket.builder()
                .service("llm", 100)
                .supplier("alice", "llm", URI.create("http://127.0.0.1:1"))
                .application("app", "llm")
                .start());
    }

    @Override
    public RelayTransport transport(Limits limits) {
        ShannonTransport transport = pocket.transport()
                .http(OpenAiHttpTransport.builder()
                        .firstByteTimeout(limits.firstByte())
                        .idleTimeout(limits.idle())
                        .maxBodyBytes(limits.maxBodyBytes())
                        .maxHeaderBytes(limits.maxHeaderBytes())
                        .build())
                .build();
        transport.connect().join();
        return transport;
    }

    @Override
    public Node node(URI address) {
        return Node.builder(new NodeId(pocket.account("alice").address(), "llm"), address)
                .build();
    }

    @Override
    public ScriptedConnection.Request unwrap(ScriptedConnection.Request request) {
        PoktHttpRequest inner = PoktHttpRequest.decode(
                ShannonRequest.decode(Payload.of(request.body())).payload());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inner.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        URI url = URI.create(inner.url());
        String target = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
        return new ScriptedConnection.Request(
                inner.method(), target, headers, inner.body().toByteArray());
    }

    @Override
    public byte[] answer(int status, String contentType, byte[] body) {
        return HttpMessages.answer(200, "application/x-protobuf", reply(status, contentType, body));
    }

    @Override
    public List<byte[]> answerInParts(int status, String contentType, List<byte[]> parts) {
        List<byte[]> batches = new ArrayList<>();
        int length = 0;
        for (byte[] part : parts) {
            byte[] batch = concat(reply(status, contentType, part), DELIMITER.getBytes(StandardCharsets.US_ASCII));
            batches.add(batch);
            length += batch.length;
        }
        byte[] head = HttpMessages.head(200, "text/event-stream", length).getBytes(StandardCharsets.US_ASCII);
        batches.set(0, concat(head, batches.get(0)));
        return batches;
    }

    private byte[] reply(int status, String contentType, byte[] body) {
        PoktHttpResponse answer =
                new PoktHttpResponse(status, Map.of("Content-Type", List.of(contentType)), Payload.of(body));
        ShannonResponse reply = ShannonResponse.unsigned(pocket.session("app", "llm"), answer.encode());
        return reply.signed(pocket.account("alice").key().sign(reply.signableHash()))
                .encode()
                .toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        try {
            both.write(first);
            both.write(second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return both.toByteArray();
    }
}
