package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.local.LocalAccount;
import network.pokt.mlqos.relay.local.MinerStyle;
import network.pokt.mlqos.relay.local.Mischief;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.RelayMinerError;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a supplier, or somebody between, can do to a reply, and how the relay then ends. */
@Timeout(60)
class WrongReplyTest {

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static Mischief before(UnaryOperator<ShannonResponse> change) {
        return new Mischief() {
            @Override
            public ShannonResponse beforeSigning(ShannonResponse reply) {
                return change.apply(reply);
            }
        };
    }

    private static Mischief after(UnaryOperator<ShannonResponse> change) {
        return new Mischief() {
            @Override
            public ShannonResponse afterSigning(ShannonResponse reply) {
                return change.apply(reply);
            }
        };
    }

    private static Mischief wire(UnaryOperator<byte[]> change) {
        return new Mischief() {
            @Override
            public byte[] onTheWire(byte[] reply) {
                return change.apply(reply);
            }
        };
    }

    private static void assertEnds(Mischief mischief, Rejection rejection, FaultCause cause) throws Exception {
        for (MinerStyle style : MinerStyle.values()) {
            try (Bench bench = Bench.start(style)) {
                bench.pocket.miner("alice").mischief(mischief);
                bench.assertRejected(rejection, cause);

                bench.pocket.miner("alice").mischief(Mischief.NONE);
                bench.assertAnswered();
            }
        }
    }

    private static ShannonResponse withSignature(ShannonResponse reply, byte[] signature) {
        return reply.signed(signature);
    }

    @Test
    void a_signature_with_the_higher_s_is_none() throws Exception {
        assertEnds(
                after(reply -> {
                    byte[] signature = reply.supplierOperatorSignature().toByteArray();
                    byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                            .toByteArray();
                    byte[] twin = Arrays.copyOf(signature, 64);
                    Arrays.fill(twin, 32, 64, (byte) 0);
                    int length = Math.min(32, s.length);
                    System.arraycopy(s, s.length - length, twin, 64 - length, length);
                    return withSignature(reply, twin);
                }),
                Rejection.SIGNATURE_INVALID,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_swapped_payload_is_noticed_though_the_signature_holds() throws Exception {
        Payload other = new PoktHttpResponse(200, Map.of(), Payload.of("{\"answer\":\"mine\"}")).encode();
        assertEnds(
                after(reply -> new ShannonResponse(
                        reply.sessionHeader(), reply.supplierOperatorSignature(), other, null, reply.payloadHash())),
                Rejection.PAYLOAD_SWAPPED,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_payload_swapped_together_with_its_hash_breaks_the_signature() throws Exception {
        Payload other = new PoktHttpResponse(200, Map.of(), Payload.of("{\"answer\":\"mine\"}")).encode();
        assertEnds(
                after(reply -> {
                    ShannonResponse forged = ShannonResponse.unsigned(reply.sessionHeader(), other);
                    return withSignature(
                            forged, reply.supplierOperatorSignature().toByteArray());
                }),
                Rejection.SIGNATURE_INVALID,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_payload_hash_that_was_taken_out_breaks_the_signature() throws Exception {
        assertEnds(
                after(reply -> new ShannonResponse(
                        reply.sessionHeader(),
                        reply.supplierOperatorSignature(),
                        reply.payload(),
                        null,
                        Payload.empty())),
                Rejection.SIGNATURE_INVALID,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_reply_of_an_old_miner_without_a_payload_hash_holds_if_its_payload_is_signed() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.CLASSIC)) {
            bench.pocket
                    .miner("alice")
                    .mischief(before(reply -> new ShannonResponse(
                            reply.sessionHeader(), Payload.empty(), reply.payload(), null, Payload.empty())));

            bench.assertAnswered();
        }
    }

    @Test
    void a_reply_without_a_signature_proves_nothing() throws Exception {
        assertEnds(after(reply -> withSignature(reply, new byte[0])), Rejection.UNSIGNED, FaultCause.UNVERIFIED);
    }

    @Test
    void a_signature_of_another_length_is_none() throws Exception {
        assertEnds(
                after(reply -> withSignature(
                        reply, Arrays.copyOf(reply.supplierOperatorSignature().toByteArray(), 65))),
                Rejection.SIGNATURE_INVALID,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_reply_signed_by_somebody_else_is_not_the_suppliers() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            LocalAccount mallory = bench.pocket.account("mallory");
            bench.pocket
                    .miner("alice")
                    .mischief(after(reply -> withSignature(reply, mallory.key().sign(reply.signableHash()))));

            bench.assertRejected(Rejection.SIGNATURE_INVALID, FaultCause.UNVERIFIED);
        }
    }

    @Test
    void a_reply_for_another_session_is_not_for_us_though_the_supplier_signed_it() throws Exception {
        assertEnds(
                before(reply -> {
                    SessionHeader ours = reply.sessionHeader();
                    SessionHeader other = new SessionHeader(
                            ours.applicationAddress(),
                            ours.serviceId(),
                            ours.sessionId(),
                            ours.sessionStartBlockHeight(),
                            ours.sessionEndBlockHeight() + 1);
                    return ShannonResponse.unsigned(other, reply.payload());
                }),
                Rejection.SESSION_DIFFERS,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_reply_without_a_session_is_not_for_us() throws Exception {
        assertEnds(
                before(reply -> new ShannonResponse(null, Payload.empty(), reply.payload(), null, reply.payloadHash())),
                Rejection.SESSION_DIFFERS,
                FaultCause.UNVERIFIED);
    }

    @Test
    void a_reply_replayed_from_an_earlier_session_is_noticed() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            byte[][] first = new byte[1][];
            bench.pocket.miner("alice").mischief(wire(reply -> {
                first[0] = first[0] == null ? reply : first[0];
                return first[0];
            }));
            bench.assertAnswered();

            bench.pocket.advance(20);
            bench.transport.refresh().join();

            bench.assertRejected(Rejection.SESSION_DIFFERS, FaultCause.UNVERIFIED);
        }
    }

    @Test
    void a_reply_that_is_no_protobuf_is_malformed() throws Exception {
        assertEnds(
                wire(reply -> "ceci n'est pas une reponse".getBytes(StandardCharsets.US_ASCII)),
                Rejection.NOT_A_RESPONSE,
                FaultCause.MALFORMED);
    }

    @Test
    void a_reply_cut_in_the_middle_is_malformed() throws Exception {
        assertEnds(
                wire(reply -> Arrays.copyOf(reply, reply.length / 2)), Rejection.NOT_A_RESPONSE, FaultCause.MALFORMED);
    }

    @Test
    void an_empty_reply_is_empty() throws Exception {
        assertEnds(wire(reply -> new byte[0]), Rejection.NO_CONTENT, FaultCause.EMPTY);
    }

    @Test
    void a_signed_reply_that_carries_no_http_answer_is_malformed() throws Exception {
        assertEnds(
                before(reply ->
                        ShannonResponse.unsigned(reply.sessionHeader(), Payload.of(new byte[] {(byte) 0xff, 1, 2}))),
                Rejection.PAYLOAD_MALFORMED,
                FaultCause.MALFORMED);
    }

    @Test
    void a_signed_reply_with_an_impossible_status_is_malformed() throws Exception {
        assertEnds(
                before(reply -> ShannonResponse.unsigned(
                        reply.sessionHeader(), new PoktHttpResponse(1000, Map.of(), Payload.empty()).encode())),
                Rejection.PAYLOAD_MALFORMED,
                FaultCause.MALFORMED);
    }

    @Test
    void an_error_in_words_that_nobody_knows_is_an_error_and_is_not_repeated() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.CLASSIC)) {
            bench.pocket
                    .miner("alice")
                    .mischief(after(reply -> ShannonResponse.refusal(
                            reply.sessionHeader(), new RelayMinerError("sk-secret", 77, "sk-secret", "sk-secret"))));

            RelayFailure failure = bench.assertRejected(Rejection.UNKNOWN_ERROR, FaultCause.ERROR_IN_OK);
            assertThat(failure.detail()).contains("77").doesNotContain("secret");
        }
    }

    @Test
    void a_half_batch_within_a_stream_is_malformed() throws Exception {
        try (Bench bench = Bench.start(dripping(), MinerStyle.HA)) {
            AtomicInteger batch = new AtomicInteger();
            bench.pocket
                    .miner("alice")
                    .mischief(wire(
                            reply -> batch.incrementAndGet() < 2 ? reply : Arrays.copyOf(reply, reply.length / 2)));

            bench.assertRejected(Rejection.NOT_A_RESPONSE, FaultCause.MALFORMED);
        }
    }

    @Test
    void a_stream_that_ends_within_a_batch_is_cut() throws Exception {
        try (Bench bench = Bench.start(MinerStyle.HA)) {
            ShannonResponse batch = ShannonResponse.unsigned(
                    bench.pocket.session("app", "llm"),
                    new PoktHttpResponse(0, Map.of(), Payload.of("data: 1\n\n")).encode());
            byte[] signed = batch.signed(bench.pocket.account("alice").key().sign(batch.signableHash()))
                    .encode()
                    .toByteArray();
            String one = new String(signed, StandardCharsets.ISO_8859_1);
            for (int length = 1; length < signed.length; length += 17) {
                String stream = one + "||POKT_STREAM||" + one.substring(0, length);
                try (ScriptedServer miner = ScriptedServer.answering(
                        HttpMessages.answer(200, "text/event-stream", stream.getBytes(StandardCharsets.ISO_8859_1)))) {
                    Node node = Node.builder(bench.alice().id(), miner.uri()).build();

                    RelayFailure failure = (RelayFailure) bench.transport.send(node, Bench.ASK);

                    assertThat(failure.cause()).isEqualTo(FaultCause.STREAM_CUT);
                    assertThat(bench.rejections).last().isEqualTo(Rejection.STREAM_CUT);
                }
            }
        }
    }

    @Test
    void a_batch_swapped_within_a_stream_ends_it_before_it_is_shown() throws Exception {
        try (Bench bench = Bench.start(dripping(), MinerStyle.HA)) {
            AtomicInteger batch = new AtomicInteger();
            Payload other = new PoktHttpResponse(0, Map.of(), Payload.of("data: mine\n\n")).encode();
            bench.pocket
                    .miner("alice")
                    .mischief(after(reply -> batch.incrementAndGet() < 2
                            ? reply
                            : new ShannonResponse(
                                    reply.sessionHeader(),
                                    reply.supplierOperatorSignature(),
                                    other,
                                    null,
                                    reply.payloadHash())));
            StringBuilder shown = new StringBuilder();

            RelayOutcome outcome = bench.transport
                    .sendAsync(bench.alice(), Bench.ASK, new RelayListener() {
                        @Override
                        public void onChunk(ByteBuffer chunk) {
                            shown.append(StandardCharsets.US_ASCII.decode(chunk));
                        }
                    })
                    .get();

            assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.UNVERIFIED);
            assertThat(bench.rejections).containsExactly(Rejection.PAYLOAD_SWAPPED);
            assertThat(shown.toString()).startsWith("data: 1").doesNotContain("mine");
        }
    }

    /** Answers with two events that cannot arrive together. */
    private static ScriptedServer dripping() {
        return ScriptedServer.start(connection -> {
            while (connection.request().isPresent()) {
                connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 18\r\n\r\n");
                connection.send("data: 1\n\n");
                connection.awaitHangUp(Duration.ofMillis(100));
                connection.send("data: 2\n\n");
            }
        });
    }
}
