package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad answers, byte by byte, as nodes that are broken or mean harm would send them.
 *
 * <p>Each has to end with the right cause and soon, and a relay to a node that is well has to go through meanwhile.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileNodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final int MAX_BODY = 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final RelayRequest ASK =
            RelayRequest.postJson("/v1/completions", Payload.of("{\"prompt\":\"2+2\"}"));

    /** Reads the request, says {@code text} and then waits for the client to hang up. */
    private static ScriptedServer.Script says(String text) {
        return connection -> {
            connection.expectRequest();
            connection.send(text);
            connection.awaitHangUp(PATIENCE);
        };
    }

    /** Reads the request, says {@code text} and hangs up. */
    private static ScriptedServer.Script saysAndHangsUp(String text) {
        return connection -> {
            connection.expectRequest();
            connection.send(text);
        };
    }

    /** Reads the request and says {@code text} over and over. */
    private static ScriptedServer.Script repeats(String start, String text) {
        return connection -> {
            connection.expectRequest();
            connection.send(start);
            while (true) {
                connection.send(text);
            }
        };
    }

    private static ScriptedServer.Script drips(String start, String drop) {
        return connection -> {
            connection.expectRequest();
            connection.send(start);
            do {
                connection.send(drop);
            } while (!connection.awaitHangUp(Duration.ofMillis(10)));
        };
    }

    private static final Map<String, Case> FAILURES = new TreeMap<>();

    private record Case(FaultCause cause, ScriptedServer.Script script) {}

    private static void bad(String name, FaultCause cause, ScriptedServer.Script script) {
        FAILURES.put(name, new Case(cause, script));
    }

    static {
        // No answer, or none that is HTTP.
        bad("no answer at all", FaultCause.FIRST_BYTE_TIMEOUT, connection -> connection.awaitHangUp(PATIENCE));
        bad("hangs up on the request", FaultCause.CONNECTION_LOST, ScriptedConnection::expectRequest);
        bad("resets on the request", FaultCause.CONNECTION_LOST, connection -> {
            connection.expectRequest();
            connection.reset();
        });
        bad("half-closes and listens on", FaultCause.CONNECTION_LOST, connection -> {
            connection.expectRequest();
            connection.halfClose();
            connection.awaitHangUp(PATIENCE);
        });
        bad("garbage", FaultCause.MALFORMED, says("\u0001\u0002\u00ffgarbage\r\n\r\n"));
        bad("garbage without an end of line", FaultCause.FIRST_BYTE_TIMEOUT, says("garbage"));
        bad("endless garbage", FaultCause.OVERSIZED, repeats("", "garbage ".repeat(1_000)));
        bad("another protocol", FaultCause.MALFORMED, says("SSH-2.0-OpenSSH_9.2\r\n"));
        bad("HTTP/2 preface", FaultCause.MALFORMED, says("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        bad("HTTP/2 settings", FaultCause.FIRST_BYTE_TIMEOUT, says("\0\0\0\4\0\0\0\0\0"));
        bad("HTTP/3", FaultCause.MALFORMED, says("HTTP/3.0 200 OK\r\nContent-Length: 2\r\n\r\nhi"));
        bad("status of two digits", FaultCause.MALFORMED, says("HTTP/1.1 99 What\r\nContent-Length: 2\r\n\r\nhi"));
        bad("status 099", FaultCause.MALFORMED, says("HTTP/1.1 099 What\r\nContent-Length: 2\r\n\r\nhi"));
        bad("status in words", FaultCause.MALFORMED, says("HTTP/1.1 fine\r\nContent-Length: 2\r\n\r\nhi"));

        // Interim answers.
        bad("flood of 100", FaultCause.MALFORMED, repeats("", "HTTP/1.1 100 Continue\r\n\r\n"));
        bad("flood of 103", FaultCause.MALFORMED, repeats("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        bad("100 and nothing else", FaultCause.FIRST_BYTE_TIMEOUT, says("HTTP/1.1 100 Continue\r\n\r\n"));
        bad("upgrade that was not asked for", FaultCause.MALFORMED, says("HTTP/1.1 101 Up\r\nUpgrade: x\r\n\r\n"));

        // Heads.
        bad("half a status line", FaultCause.TRUNCATED, saysAndHangsUp("HTTP/1.1 20"));
        bad("half a head", FaultCause.TRUNCATED, saysAndHangsUp(OK + "X-Half: "));
        bad("endless status line", FaultCause.OVERSIZED, repeats("HTTP/1.1 200 ", "fine ".repeat(1_000)));
        bad("endless header", FaultCause.OVERSIZED, repeats(OK + "X-Long: ", "long ".repeat(1_000)));
        bad("endless headers", FaultCause.OVERSIZED, repeats(OK, "X-Many: y\r\n".repeat(500)));
        bad("headers of 100 kB", FaultCause.OVERSIZED, says(OK + "X: " + "y".repeat(100_000) + "\r\n\r\n"));
        bad("600 headers", FaultCause.OVERSIZED, says(OK + "X: y\r\n".repeat(600) + "\r\n"));
        bad("dripping head", FaultCause.FIRST_BYTE_TIMEOUT, drips(OK, "X: y\r\n"));
        bad("header name that is none", FaultCause.MALFORMED, says(OK + "b@d n(me: x\r\nContent-Length: 0\r\n\r\n"));

        // Lengths.
        bad("length beyond the limit", FaultCause.OVERSIZED, says(OK + "Content-Length: 1048577\r\n\r\n"));
        bad("length beyond a long", FaultCause.OVERSIZED, says(OK + "Content-Length: " + "9".repeat(25) + "\r\n\r\n"));
        bad("negative length", FaultCause.MALFORMED, says(OK + "Content-Length: -5\r\n\r\nhello"));
        bad("length in words", FaultCause.MALFORMED, says(OK + "Content-Length: five\r\n\r\nhello"));
        bad("two lengths", FaultCause.MALFORMED, says(OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"));
        bad("length of no body", FaultCause.MALFORMED, says("HTTP/1.1 204 None\r\nContent-Length: 2\r\n\r\nhi"));
        bad("length never reached", FaultCause.IDLE_TIMEOUT, says(OK + "Content-Length: 10\r\n\r\nhello"));
        bad("length not kept", FaultCause.TRUNCATED, saysAndHangsUp(OK + "Content-Length: 10\r\n\r\nhello"));
        bad("reset within the body", FaultCause.TRUNCATED, connection -> {
            connection.expectRequest();
            connection.send(OK + "Content-Length: 10\r\n\r\nhello");
            connection.awaitHangUp(Duration.ofMillis(50));
            connection.reset();
        });

        // Chunks.
        bad("cut within a chunk", FaultCause.TRUNCATED, saysAndHangsUp(CHUNKED + "a\r\nhello"));
        bad("cut between chunks", FaultCause.TRUNCATED, saysAndHangsUp(CHUNKED + "5\r\nhello\r\n"));
        bad("negative chunk", FaultCause.MALFORMED, says(CHUNKED + "-5\r\nhello\r\n0\r\n\r\n"));
        bad("chunk beyond an int", FaultCause.MALFORMED, says(CHUNKED + "ffffffff\r\nhello\r\n0\r\n\r\n"));
        bad("chunk beyond a long", FaultCause.MALFORMED, says(CHUNKED + "f".repeat(17) + "\r\nhello\r\n0\r\n\r\n"));
        bad("chunk that never comes", FaultCause.IDLE_TIMEOUT, says(CHUNKED + "7fffffff\r\nhello"));
        bad(
                "stream that is cut",
                FaultCause.STREAM_CUT,
                saysAndHangsUp(
                        HttpMessages.chunkedHead(200, "text/event-stream") + HttpMessages.chunk("data: {}\n\n")));

        // Endless bodies.
        bad("endless body", FaultCause.OVERSIZED, repeats(OK + "\r\n", "more ".repeat(1_000)));
        bad("endless chunks", FaultCause.OVERSIZED, repeats(CHUNKED, HttpMessages.chunk("more ".repeat(1_000))));
        bad(
                "endless stream",
                FaultCause.OVERSIZED,
                repeats(
                        HttpMessages.chunkedHead(200, "text/event-stream"),
                        HttpMessages.chunk("data: {}\n\n".repeat(500))));
    }

    static Stream<String> failures() {
        return FAILURES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_bad_answer_ends_with_its_cause_while_others_go_on(String name) throws Exception {
        Case bad = FAILURES.get(name);

        RelayOutcome outcome = outcomeOf(bad.script(), bad.cause());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RelayFailure.class,
                        failure ->
                                assertThat(failure.cause()).as(failure.detail()).isEqualTo(bad.cause()));
    }

    /** Bodies that are strange but whole, which whoever reads the payload has to judge. */
    static Stream<Arguments> answers() {
        return Stream.of(
                answer("status 999", 999, 2, says("HTTP/1.1 999 What\r\nContent-Length: 2\r\n\r\nhi")),
                answer(
                        "one 100 first",
                        200,
                        2,
                        says("HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi")),
                answer("redirect to itself", 302, 0, connection -> {
                    connection.expectRequest();
                    connection.send("HTTP/1.1 302 Round\r\nLocation: /v1/completions\r\nContent-Length: 0\r\n\r\n");
                    connection.awaitHangUp(PATIENCE);
                }),
                answer("401 without a challenge", 401, 2, says("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno")),
                answer("407 from no proxy", 407, 2, says("HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno")),
                answer("304 without a question", 304, 0, says("HTTP/1.1 304 Same\r\n\r\n")),
                answer("more than announced", 200, 2, says(OK + "Content-Length: 2\r\n\r\nhi and much more")),
                answer("HTTP/1.0 until the end", 200, 2, saysAndHangsUp("HTTP/1.0 200 OK\r\n\r\nhi")),
                answer("answer before the request", 200, 2, connection -> {
                    connection.send(OK + "Content-Length: 2\r\n\r\nhi");
                    connection.awaitHangUp(PATIENCE);
                }),
                answer("gzip bomb", 200, BOMB.length, connection -> {
                    assertThat(connection.expectRequest().headers()).doesNotContainKey("Accept-Encoding");
                    connection.send(OK + "Content-Encoding: gzip\r\nContent-Length: " + BOMB.length + "\r\n\r\n");
                    connection.send(BOMB);
                    connection.awaitHangUp(PATIENCE);
                }));
    }

    private static final byte[] BOMB = bomb();

    /** A hundred times the limit of a body, packed into a tenth of it. */
    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[MAX_BODY]);
            }
        } catch (IOException e) {
            throw new AssertionError("Memory cannot fail to be written.", e);
        }
        return packed.toByteArray();
    }

    private static Arguments answer(String name, int status, int size, ScriptedServer.Script script) {
        return Arguments.of(name, status, size, script);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void strange_but_whole_answers_arrive_as_they_are(String name, int status, int size, ScriptedServer.Script script)
            throws Exception {
        RelayOutcome outcome = outcomeOf(script, null);

        assertThat(outcome).isInstanceOfSatisfying(RelayResponse.class, response -> {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body().size()).isEqualTo(size);
        });
    }

    /** Sends to a node that answers so, and meanwhile to one that is well; only the timeout that is expected is short. */
    private static RelayOutcome outcomeOf(ScriptedServer.Script script, @Nullable FaultCause expected)
            throws Exception {
        byte[] fine = HttpMessages.answer(200, "application/json", new byte[] {'{', '}'});
        try (ScriptedServer bad = ScriptedServer.start(script);
                ScriptedServer well = ScriptedServer.answering(fine);
                RelayTransport transport = OpenAiHttpTransport.builder()
                        .firstByteTimeout(expected == FaultCause.FIRST_BYTE_TIMEOUT ? TIMEOUT : PATIENCE)
                        .idleTimeout(expected == FaultCause.IDLE_TIMEOUT ? TIMEOUT : PATIENCE)
                        .maxBodyBytes(MAX_BODY)
                        .build()) {
            Node node = Node.at(well.uri(), "model");
            // On a slow machine the short timeout may strike here too, so the well node is asked until it answered
            // thrice.
            CompletableFuture<RelayOutcome> outcome = transport.sendAsync(Node.at(bad.uri(), "model"), ASK);
            int answered = 0;
            while (answered < 3) {
                answered += transport.send(node, ASK) instanceof RelayResponse ? 1 : 0;
            }
            RelayOutcome ended = outcome.get();
            assertThat(ended.timing().total()).isLessThan(PATIENCE);
            return ended;
        }
    }
}
