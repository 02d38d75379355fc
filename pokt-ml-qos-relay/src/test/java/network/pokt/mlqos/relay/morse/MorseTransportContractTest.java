package network.pokt.mlqos.relay.morse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The kit's server is a servicer, which signs each answer for the one relay it answers.
 *
 * <p>Morse carries text without a content type and shows an answer only once its signature is checked. The three tests of the kit
 * that ask for more are replaced by ones that ask for just that.
 */
class MorseTransportContractTest extends RelayTransportContract {

    private static final long ENTROPY = 4242;
    private static final RelayRequest ASK =
            RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));

    /** The proof of the relay that the thread of a server has read last; a server that answers unread gets the usual one. */
    private final ThreadLocal<String> proof = ThreadLocal.withInitial(() -> proofOf(ASK));

    @Override
    public RelayTransport transport(Limits limits) {
        MorseSessions sessions = chain -> CompletableFuture.completedFuture(MorseBench.session("http://unused"));
        return MorseTransport.builder(sessions, MorseBench.TOKEN, MorseBench.CLIENT)
                .entropy(() -> ENTROPY)
                .http(OpenAiHttpTransport.builder()
                        .firstByteTimeout(limits.firstByte())
                        .idleTimeout(limits.idle())
                        .maxBodyBytes(limits.maxBodyBytes())
                        .maxHeaderBytes(limits.maxHeaderBytes())
                        .build())
                .build();
    }

    @Override
    public Node node(URI address) {
        return Node.builder(new NodeId(MorseBench.ADDRESS, MorseBench.CHAIN), address)
                .build();
    }

    @Override
    public ScriptedConnection.Request unwrap(ScriptedConnection.Request request) {
        JsonNode payload = MorseReply.json(Payload.of(request.body())).path("payload");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        RelayRequest.Builder inner = RelayRequest.builder(
                payload.path("method").asString(), payload.path("path").asString());
        payload.path("headers").properties().forEach(field -> {
            headers.put(field.getKey(), field.getValue().asString());
            inner.header(field.getKey(), field.getValue().asString());
        });
        String data = payload.path("data").asString();
        proof.set(proofOf(inner.body(Payload.of(data)).build()));
        return new ScriptedConnection.Request(
                payload.path("method").asString(),
                payload.path("path").asString(),
                headers,
                data.getBytes(StandardCharsets.UTF_8));
    }

    private static String proofOf(RelayRequest request) {
        MorseSession session = MorseBench.session("http://unused");
        return MorseRelay.of(request, session, session.servicers().get(0), MorseBench.TOKEN, MorseBench.CLIENT, ENTROPY)
                .proofHash();
    }

    @Override
    public byte[] answer(int status, String contentType, byte[] body) {
        if (status != 200) {
            return HttpMessages.answer(status, contentType, body);
        }
        String reply = MorseBench.reply(new String(body, StandardCharsets.UTF_8), proof.get());
        return HttpMessages.answer(200, "application/json", reply.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 65_536, 65_537, 1_000_000})
    public void an_answer_of_any_length_arrives_whole(int length) throws Exception {
        String body = "an <é> among others ".repeat(length / 8 + 1).substring(0, length);
        ScriptedServer server =
                open(ScriptedServer.answering(answer(200, "text/plain", body.getBytes(StandardCharsets.UTF_8))));

        RelayResponse response =
                (RelayResponse) open(transport(Limits.GENEROUS)).send(node(server.uri()), ASK);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().map()).isEmpty();
        assertThat(response.body().utf8()).isEqualTo(body);
    }

    @Override
    @Test
    public void chunks_are_shown_and_stamped_one_by_one_as_they_arrive() throws Exception {
        List<String> shown = new ArrayList<>();
        byte[] answer = answer(200, "text/plain", "onetwothree".getBytes(StandardCharsets.US_ASCII));
        ScriptedServer server = open(ScriptedServer.answering(answer));
        RelayListener listener = new RelayListener() {
            @Override
            public void onHead(int status, HttpHeaders headers) {
                shown.add("head " + status);
            }

            @Override
            public void onChunk(ByteBuffer chunk) {
                shown.add(StandardCharsets.US_ASCII.decode(chunk).toString());
            }
        };

        RelayOutcome outcome = open(transport(Limits.GENEROUS))
                .sendAsync(node(server.uri()), ASK, listener)
                .get();

        assertThat(shown).containsExactly("head 200", "onetwothree");
        assertThat(outcome.timing().chunks()).isEqualTo(1);
        assertThat(outcome.timing().chunkEnd(0)).isEqualTo(11);
        assertThat(outcome.timing().firstByte()).isPresent();
    }

    @Override
    @Test
    public void cancelling_within_the_answer_hangs_up() throws Exception {
        CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        ScriptedServer server = open(ScriptedServer.start(connection -> {
            connection.expectRequest();
            connection.send(HttpMessages.head(200, "application/json", 100) + "{");
            begun.complete(null);
            hungUp.complete(connection.awaitHangUp(Limits.GENEROUS.idle()));
        }));
        CompletableFuture<RelayOutcome> future =
                open(transport(Limits.GENEROUS)).sendAsync(node(server.uri()), ASK);
        begun.get();

        future.cancel(true);

        assertThat(hungUp.get()).isTrue();
    }

    @Test
    void anAnswerToAnotherRelayIsUnverified() throws Exception {
        String replayed = MorseBench.reply("replayed", "00".repeat(32));
        ScriptedServer server = open(ScriptedServer.answering(
                HttpMessages.answer(200, "application/json", replayed.getBytes(StandardCharsets.UTF_8))));

        RelayOutcome outcome = open(transport(Limits.GENEROUS)).send(node(server.uri()), ASK);

        assertThat(outcome)
                .hasToString(FaultCause.UNVERIFIED + ": The servicer has not signed the answer to this relay.");
    }
}
