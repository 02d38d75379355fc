package network.pokt.mlqos.relay.morse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MorseTransportTest {

    private static final RelayRequest ASK = RelayRequest.postJson("/v1/x", Payload.of("{\"a\":\"<&>\"}"));

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final OpenAiHttpTransport http = open(OpenAiHttpTransport.create());

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void jsonIsWrittenAsGoWritesIt() {
        GoJson json = new GoJson()
                .field("text", "<a href=\"x\">&\u2028\u2029\n\r\t\\/\u0001\u007fé\ud83d\ude00\ud800")
                .field("number", -7)
                .field("map", Map.of("b", "2", "a", "1"))
                .field("empty", new GoJson());

        assertThat(json)
                .hasToString(
                        "{\"text\":\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u2028\\u2029\\n\\r\\t\\\\/\\u0001\u007fé"
                                + "\ud83d\ude00\ufffd\",\"number\":-7,\"map\":{\"a\":\"1\",\"b\":\"2\"},\"empty\":{}}");
    }

    @Test
    void aTokenIsSignedByTheApplicationOverTheTextOfTheSpecification() {
        String text = "{\"version\":\"0.0.1\",\"app_pub_key\":\"" + MorseBench.APPLICATION.publicKey()
                + "\",\"client_pub_key\":\"" + MorseBench.CLIENT.publicKey() + "\",\"signature\":\"\"}";

        assertThat(signed(MorseBench.APPLICATION.publicKey(), sha3(text), MorseBench.TOKEN.signature()))
                .isTrue();
        assertThat(MorseBench.TOKEN.verify()).isTrue();
        assertThat(new MorseToken(MorseBench.APPLICATION.publicKey(), "00", MorseBench.TOKEN.signature()).verify())
                .isFalse();
    }

    @Test
    void aRelayCarriesAProofThatAServicerCanCheck() throws Exception {
        MorseSession session = MorseBench.session("http://unused");

        MorseRelay relay =
                MorseRelay.of(ASK, session, session.servicers().get(0), MorseBench.TOKEN, MorseBench.CLIENT, 7);

        String payload =
                "{\"data\":\"{\\\"a\\\":\\\"\\u003c\\u0026\\u003e\\\"}\",\"method\":\"POST\",\"path\":\"/v1/x\","
                        + "\"headers\":{\"Content-Type\":\"application/json\"}}";
        String meta = "{\"block_height\":4201}";
        String requestHash = hex(sha3("{\"payload\":" + payload + ",\"meta\":" + meta + "}"));
        JsonNode posted = MorseReply.json(relay.body());
        JsonNode proof = posted.path("proof");
        assertThat(relay.body().utf8()).startsWith("{\"payload\":" + payload + ",\"meta\":" + meta + ",\"proof\":{");
        assertThat(proof.path("request_hash").asString()).isEqualTo(requestHash);
        String token = hex(sha3("{\"version\":\"0.0.1\",\"app_pub_key\":\"" + MorseBench.APPLICATION.publicKey()
                + "\",\"client_pub_key\":\"" + MorseBench.CLIENT.publicKey() + "\",\"signature\":\"\"}"));
        byte[] proven = sha3("{\"entropy\":7,\"session_block_height\":4201,\"servicer_pub_key\":\""
                + MorseBench.SERVICER.publicKey() + "\",\"blockchain\":\"0021\",\"signature\":\"\",\"token\":\"" + token
                + "\",\"request_hash\":\"" + requestHash + "\"}");
        assertThat(relay.proofHash()).isEqualTo(hex(proven));
        assertThat(signed(
                        MorseBench.CLIENT.publicKey(),
                        proven,
                        proof.path("signature").asString()))
                .isTrue();
        assertThat(proof.path("aat").path("signature").asString()).isEqualTo(MorseBench.TOKEN.signature());
    }

    @Test
    void aSessionIsDispatchedOnceAndARelaySentInIt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScriptedServer servicer = servicer();
        MorseDispatcher dispatcher = dispatcher(asked, servicer.uri());
        MorseTransport transport = transport(dispatcher);
        Node node = dispatcher.session(MorseBench.CHAIN).get().nodes().get(0);

        for (int i = 0; i < 3; i++) {
            RelayOutcome outcome = transport.send(node, ASK);
            assertThat(((RelayResponse) outcome).body().utf8()).isEqualTo("echo {\"a\":\"<&>\"}");
        }

        assertThat(asked).hasValue(1);
        assertThat(node.id()).isEqualTo(new NodeId(MorseBench.ADDRESS, MorseBench.CHAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "14, SESSION_REFUSED", "25, BAD_REQUEST", "28, SERVER_ERROR", "37, INTERNAL", "45, UNAUTHORIZED",
        "60, SESSION_REFUSED", "71, OVER_SERVICED", "74, BAD_REQUEST", "75, SESSION_REFUSED", "76, NOT_FOUND",
        "90, SESSION_REFUSED", "999, SERVER_ERROR"
    })
    void everyErrorOfAServicerEndsInItsCause(int code, FaultCause cause) throws Exception {
        String body = "{\"error\":{\"code\":" + code + ",\"codespace\":\"pocketcore\",\"message\":\"secret\"}}";
        ScriptedServer servicer = answering(400, body);
        AtomicInteger asked = new AtomicInteger();
        MorseDispatcher dispatcher = dispatcher(asked, servicer.uri());
        MorseTransport transport = transport(dispatcher);

        RelayOutcome outcome = transport.send(node(servicer.uri()), ASK);

        assertThat(outcome).isInstanceOfSatisfying(RelayFailure.class, failure -> {
            assertThat(failure.cause()).isEqualTo(cause);
            assertThat(failure.detail()).isEqualTo("The servicer refused the relay with the error " + code + ".");
        });
        dispatcher.session(MorseBench.CHAIN).get();
        assertThat(asked)
                .as("a session that was refused is asked for anew")
                .hasValue(cause == FaultCause.SESSION_REFUSED ? 2 : 1);
    }

    @Test
    void whatIsNoAnswerIsMalformedAndWhatIsUnsignedIsUnverified() throws Exception {
        assertThat(causeOf("[]")).isEqualTo(FaultCause.MALFORMED);
        assertThat(causeOf("not json")).isEqualTo(FaultCause.MALFORMED);
        assertThat(causeOf("{\"response\":7,\"signature\":\"\"}")).isEqualTo(FaultCause.MALFORMED);
        assertThat(causeOf("{\"response\":\"a\",\"signature\":\"\"}")).isEqualTo(FaultCause.UNVERIFIED);
        assertThat(causeOf("{\"response\":\"a\",\"signature\":\"xyz\"}")).isEqualTo(FaultCause.UNVERIFIED);
        assertThat(causeOf("{\"response\":\"a\",\"signature\":\"" + "00".repeat(64) + "\"}"))
                .isEqualTo(FaultCause.UNVERIFIED);
    }

    @Test
    void aNodeOutsideTheSessionAndABodyThatIsNoTextAreNotSent() throws Exception {
        ScriptedServer servicer = servicer();
        MorseTransport transport = transport(dispatcher(new AtomicInteger(), servicer.uri()));
        Node stranger =
                Node.builder(new NodeId("ff", MorseBench.CHAIN), servicer.uri()).build();
        RelayRequest binary = RelayRequest.postJson("/", Payload.of(new byte[] {(byte) 0xff}));

        assertThat(((RelayFailure) transport.send(stranger, ASK)).cause()).isEqualTo(FaultCause.OUT_OF_SESSION);
        assertThat(transport.send(node(servicer.uri()), binary))
                .hasToString("BAD_REQUEST: The body is no UTF-8, which is all that Morse can carry.");
        assertThat(servicer.connections()).isZero();
    }

    @Test
    void withoutASessionNothingIsSent() throws Exception {
        ScriptedServer dispatcher = answering(500, "{}");
        MorseTransport transport =
                transport(new MorseDispatcher(http, dispatcher.uri(), MorseBench.APPLICATION.publicKey()));

        RelayOutcome outcome = transport.send(node(dispatcher.uri()), ASK);

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.CHAIN_UNAVAILABLE);
        MorseSessions never = chain -> new CompletableFuture<>();
        RelayOutcome late = transport(never).send(node(dispatcher.uri()), ASK.withTimeout(Duration.ofMillis(50)));
        assertThat(((RelayFailure) late).cause()).isEqualTo(FaultCause.CHAIN_UNAVAILABLE);
    }

    @Test
    void keysAndTokensThatDoNotBelongTogetherAreRefused() {
        MorseSessions none = chain -> new CompletableFuture<>();
        MorseToken forged = new MorseToken(
                MorseBench.SERVICER.publicKey(), MorseBench.CLIENT.publicKey(), MorseBench.TOKEN.signature());

        assertThatThrownBy(() -> MorseTransport.builder(none, MorseBench.TOKEN, MorseBench.SERVICER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have the application sign another");
        assertThatThrownBy(() -> MorseTransport.builder(none, forged, MorseBench.CLIENT))
                .hasMessageContaining("is not signed by the application");
        assertThatThrownBy(() -> MorseKey.of(new byte[64]))
                .hasMessage("The halves of the Morse key do not belong together, check its source.");
        assertThatThrownBy(() -> MorseKey.of(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        MorseKey gone = MorseBench.key("gone");
        gone.close();
        assertThat(gone.isDestroyed()).isTrue();
        assertThatThrownBy(() -> gone.sign(new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThat(gone).hasToString("private key of " + gone.publicKey());
    }

    private FaultCause causeOf(String reply) throws Exception {
        ScriptedServer servicer = answering(200, reply);
        MorseTransport transport = transport(dispatcher(new AtomicInteger(), servicer.uri()));
        return ((RelayFailure) transport.send(node(servicer.uri()), ASK)).cause();
    }

    private Node node(URI address) {
        return Node.builder(new NodeId(MorseBench.ADDRESS, MorseBench.CHAIN), address)
                .build();
    }

    private MorseTransport transport(MorseSessions sessions) {
        return open(MorseTransport.builder(sessions, MorseBench.TOKEN, MorseBench.CLIENT)
                .build());
    }

    private ScriptedServer answering(int status, String body) {
        return open(ScriptedServer.answering(
                HttpMessages.answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8))));
    }

    /** Answers every relay with its own data, signed for the proof that it brought. */
    private ScriptedServer servicer() {
        return open(ScriptedServer.start(connection -> {
            for (var next = connection.request(); next.isPresent(); next = connection.request()) {
                JsonNode relay = MorseReply.json(Payload.of(next.get().body()));
                JsonNode proof = relay.path("proof");
                String hash = hex(new GoJson()
                        .field("entropy", proof.path("entropy").asLong())
                        .field("session_block_height", MorseBench.HEIGHT)
                        .field("servicer_pub_key", MorseBench.SERVICER.publicKey())
                        .field("blockchain", MorseBench.CHAIN)
                        .field("signature", "")
                        .field("token", hex(MorseBench.TOKEN.hash()))
                        .field("request_hash", proof.path("request_hash").asString())
                        .sha3());
                String answer = "echo " + relay.path("payload").path("data").asString();
                connection.send(HttpMessages.answer(
                        200, "application/json", MorseBench.reply(answer, hash).getBytes(StandardCharsets.UTF_8)));
            }
        }));
    }

    private MorseDispatcher dispatcher(AtomicInteger asked, URI servicer) {
        String session =
                "{\"session\":{\"header\":{\"app_public_key\":\"aa\",\"chain\":\"0021\",\"session_height\":4201},"
                        + "\"key\":\"\",\"nodes\":[{\"address\":\"" + MorseBench.ADDRESS + "\",\"public_key\":\""
                        + MorseBench.SERVICER.publicKey() + "\",\"service_url\":\"" + servicer
                        + "\"},{\"address\":\"bb\",\"public_key\":\"cc\",\"service_url\":\"not an address\"}]},\"block_height\":4203}";
        ScriptedServer server = open(ScriptedServer.start(connection -> {
            for (var next = connection.request(); next.isPresent(); next = connection.request()) {
                ScriptedConnection.Request request = next.get();
                assertThat(request.target()).isEqualTo("/v1/client/dispatch");
                asked.incrementAndGet();
                connection.send(HttpMessages.answer(200, "application/json", session.getBytes(StandardCharsets.UTF_8)));
            }
        }));
        return new MorseDispatcher(http, server.uri(), MorseBench.APPLICATION.publicKey());
    }

    private static boolean signed(String publicKey, byte[] message, String signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(HexFormat.of().parseHex(publicKey)));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(HexFormat.of().parseHex(signature));
    }

    private static byte[] sha3(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SHA3Digest digest = new SHA3Digest(256);
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(0, resource);
        return resource;
    }
}
