package network.pokt.mlqos.relay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.ScriptedServer;
import network.pokt.mlqos.transport.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordAndReplayTest {

    private static final NodeId ID = new NodeId("alice", "llm");

    private static final RelayRequest ASK = RelayRequest.builder("POST", "/v1/completions?key=sk-in-query")
            .header("Authorization", "Bearer sk-in-header")
            .body(Payload.of("{\"prompt\":\"sk-in-prompt\"}"))
            .build();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("run.jsonl");
    }

    private static Node at(ScriptedServer server) {
        return Node.builder(ID, server.uri()).build();
    }

    /** Answers with the number of the request, in two pieces of a stream if asked to. */
    private static ScriptedServer counting() {
        AtomicInteger count = new AtomicInteger();
        return ScriptedServer.start(connection -> {
            while (connection.request().isPresent()) {
                byte[] body = ("{\"n\":" + count.incrementAndGet() + "}").getBytes(StandardCharsets.US_ASCII);
                connection.send(HttpMessages.withHeader(
                        HttpMessages.answer(200, "application/json", body), "Set-Cookie", "sk-in-cookie"));
            }
        });
    }

    private List<RelayOutcome> record(ScriptedServer server, int times) throws Exception {
        List<RelayOutcome> outcomes = new ArrayList<>();
        try (RelayTransportPair pair = new RelayTransportPair()) {
            for (int i = 0; i < times; i++) {
                outcomes.add(pair.recorder.send(at(server), ASK));
            }
        }
        return outcomes;
    }

    private final class RelayTransportPair implements AutoCloseable {

        private final RecordingTransport recorder =
                RecordingTransport.around(OpenAiHttpTransport.create(), file()).build();

        @Override
        public void close() {
            recorder.close();
        }
    }

    @Test
    void what_was_recorded_is_answered_again_in_its_order_and_with_its_timing() throws Exception {
        List<RelayOutcome> recorded;
        ScriptedServer server = counting();
        Node node = at(server);
        try (server) {
            recorded = record(server, 3);
        }

        try (ReplayTransport replay = ReplayTransport.of(file()).build()) {
            for (RelayOutcome expected : recorded) {
                RelayResponse response = (RelayResponse) replay.send(node, ASK);
                assertThat(response.body()).isEqualTo(((RelayResponse) expected).body());
                assertThat(response.headers().firstValue("content-type")).contains("application/json");
                assertThat(response.timing().total())
                        .isEqualTo(expected.timing().total());
                assertThat(response.timing().chunkArrival(0))
                        .isEqualTo(expected.timing().chunkArrival(0));
            }
            assertThat(replay.send(node, ASK))
                    .isInstanceOfSatisfying(
                            RelayFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(FaultCause.INTERNAL));
        }
    }

    @Test
    void failures_are_recorded_and_replayed_too() throws Exception {
        Node nowhere = Node.builder(ID, URI.create("http://127.0.0.1:1")).build();
        RelayOutcome recorded;
        try (RelayTransportPair pair = new RelayTransportPair()) {
            recorded = pair.recorder.send(nowhere, ASK);
        }

        try (ReplayTransport replay = ReplayTransport.of(file()).build()) {
            assertThat(replay.send(nowhere, ASK)).hasToString(recorded.toString());
        }
    }

    @Test
    void no_secret_is_written_down() throws Exception {
        try (ScriptedServer server = counting()) {
            record(server, 1);
        }

        assertThat(Files.readString(file()))
                .contains("\"path\":\"/v1/completions\"", "\"n\\\":1")
                .doesNotContain("sk-");
    }

    @Test
    void bytes_that_are_no_text_survive() throws Exception {
        byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, 7, '\n'};
        try (ScriptedServer server = ScriptedServer.answering(HttpMessages.answer(200, "image/png", bytes))) {
            record(server, 1);
        }

        try (ReplayTransport replay = ReplayTransport.of(file()).build()) {
            Node node = Node.builder(ID, URI.create("http://127.0.0.1:1")).build();
            assertThat(((RelayResponse) replay.send(node, ASK)).body()).isEqualTo(Payload.of(bytes));
        }
    }

    @Test
    void a_full_recording_drops_exchanges_and_no_relay() throws Exception {
        try (ScriptedServer server = counting();
                RecordingTransport recorder = RecordingTransport.around(OpenAiHttpTransport.create(), file())
                        .maxBytes(700)
                        .build()) {
            for (int i = 0; i < 5; i++) {
                assertThat(recorder.send(at(server), ASK)).isInstanceOf(RelayResponse.class);
            }

            assertThat(recorder.dropped()).isPositive();
            assertThat(Files.size(file())).isLessThanOrEqualTo(700);
            assertThat(Files.readAllLines(file()).size() + recorder.dropped()).isEqualTo(5);
        }
    }

    @Test
    void an_answer_that_is_too_large_is_relayed_and_not_recorded() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(HttpMessages.answer(200, "a/b", new byte[1000]));
                RecordingTransport recorder = RecordingTransport.around(OpenAiHttpTransport.create(), file())
                        .maxBodyBytes(999)
                        .build()) {
            assertThat(recorder.send(at(server), ASK)).isInstanceOf(RelayResponse.class);
            assertThat(recorder.dropped()).isOne();
            assertThat(Files.size(file())).isZero();
        }
    }

    @Test
    void at_its_recorded_pace_every_part_comes_when_it_came() throws Exception {
        Files.writeString(file(), """
                {"supplier":"alice","service":"llm","method":"POST","path":"/v1/completions","request_sha256":"%s",\
                "status":200,"headers":{"Content-Type":["text/event-stream"]},"body":"onetwo",\
                "start":"2026-01-01T00:00:00Z","first_byte":1000000000,"chunks":[[2000000000,3],[5000000000,6]],\
                "total":6000000000}
                """.formatted(Exchange.hash(ASK)));
        VirtualTime time = new VirtualTime();
        Tape tape = new Tape();
        try (ReplayTransport replay =
                ReplayTransport.of(file()).atRecordedPace().timeSource(time).build()) {
            Node node = Node.builder(ID, URI.create("http://127.0.0.1:1")).build();
            CompletableFuture<RelayOutcome> future = replay.sendAsync(node, ASK, tape);

            time.advance(Duration.ofMillis(999));
            assertThat(tape.events()).isEmpty();
            time.advance(Duration.ofSeconds(2));
            assertThat(tape.events()).containsExactly("head 200", "one");
            time.advance(Duration.ofMillis(2001));
            assertThat(tape.events()).containsExactly("head 200", "one", "two");
            assertThat(future).isNotDone();
            time.advance(Duration.ofSeconds(1));
            assertThat(future).isDone();
        }
    }

    @Test
    void a_line_that_is_no_exchange_is_named() throws Exception {
        Files.writeString(file(), "{}\n");

        assertThatThrownBy(() -> ReplayTransport.of(file()).build())
                .isInstanceOf(MlQosException.class)
                .hasMessageContaining("Line 1 of the recording");
    }
}
