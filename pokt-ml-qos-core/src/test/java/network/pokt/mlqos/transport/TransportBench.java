package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.node.Node;

/** The transport under test, how it reaches a server, and what the topics of {@link RelayTransportContract} share. */
interface TransportBench {

    /** Short enough to wait for in a test; nothing else in a test that uses it is that quick by chance. */
    Duration SHORT = Duration.ofMillis(200);

    /** Longer than any test takes on a slow machine. */
    Duration LONG = Duration.ofSeconds(30);

    /** What a relay may take whose answer never ends: time enough for it to begin. */
    Duration DRIPPING = Duration.ofMillis(600);

    String SECRET = "sk-very-secret";
    RelayRequest ASK = RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));

    /** Returns a new transport with these limits; the kit closes it. */
    RelayTransport transport(RelayTransportContract.Limits limits);

    /** Returns a node that this transport reaches at {@code address}. */
    default Node node(URI address) {
        return Node.at(address, "model");
    }

    /** Returns what the node's own server gets to see of a request that came over the wire. */
    default ScriptedConnection.Request unwrap(ScriptedConnection.Request request) {
        return request;
    }

    /** Returns the bytes on the wire of a whole answer by the node's own server. */
    default byte[] answer(int status, String contentType, byte[] body) {
        return HttpMessages.answer(status, contentType, body);
    }

    /**
     * Returns the bytes on the wire of a whole answer whose body arrives in these parts, the head together with the first: one
     * element per part, each of which the transport can show as soon as it is there.
     */
    default List<byte[]> answerInParts(int status, String contentType, List<byte[]> parts) {
        List<byte[]> pieces = new ArrayList<>(parts);
        int length = parts.stream().mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, end, part.length);
            end += part.length;
        }
        byte[] message = answer(status, contentType, whole);
        pieces.set(0, Arrays.copyOf(message, message.length - length + parts.get(0).length));
        return pieces;
    }

    /** Closes {@code resource} after the test, before what was opened earlier. */
    <T extends AutoCloseable> T open(T resource);

    default RelayTransport transport() {
        return open(transport(RelayTransportContract.Limits.GENEROUS));
    }

    default ScriptedServer server(ScriptedServer.Script script) {
        return open(ScriptedServer.start(script));
    }

    default byte[] json(String body) {
        return answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    default RelayFailure failureOf(RelayTransportContract.Limits limits, ScriptedServer.Script script)
            throws InterruptedException {
        RelayTransport transport = open(transport(limits));
        RelayOutcome outcome = transport.send(node(server(script).uri()), ASK);
        assertThat(outcome).isInstanceOf(RelayFailure.class);
        return (RelayFailure) outcome;
    }
}
