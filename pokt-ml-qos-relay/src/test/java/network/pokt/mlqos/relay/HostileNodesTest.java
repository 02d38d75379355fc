package network.pokt.mlqos.relay;

import static network.pokt.mlqos.transport.FaultCause.BAD_REQUEST;
import static network.pokt.mlqos.transport.FaultCause.CONNECTION_LOST;
import static network.pokt.mlqos.transport.FaultCause.EMPTY;
import static network.pokt.mlqos.transport.FaultCause.ERROR_IN_OK;
import static network.pokt.mlqos.transport.FaultCause.FIRST_BYTE_TIMEOUT;
import static network.pokt.mlqos.transport.FaultCause.IDLE_TIMEOUT;
import static network.pokt.mlqos.transport.FaultCause.MALFORMED;
import static network.pokt.mlqos.transport.FaultCause.NOT_FOUND;
import static network.pokt.mlqos.transport.FaultCause.OVERLOADED;
import static network.pokt.mlqos.transport.FaultCause.OVERSIZED;
import static network.pokt.mlqos.transport.FaultCause.RATE_LIMITED;
import static network.pokt.mlqos.transport.FaultCause.REDIRECT;
import static network.pokt.mlqos.transport.FaultCause.SCHEMA;
import static network.pokt.mlqos.transport.FaultCause.SERVER_ERROR;
import static network.pokt.mlqos.transport.FaultCause.STREAM_CUT;
import static network.pokt.mlqos.transport.FaultCause.TOTAL_TIMEOUT;
import static network.pokt.mlqos.transport.FaultCause.TRUNCATED;
import static network.pokt.mlqos.transport.FaultCause.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.evaluation.RetryRule;
import network.pokt.mlqos.evaluation.TaskReport;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpMessages;
import network.pokt.mlqos.transport.ScriptedConnection;
import network.pokt.mlqos.transport.ScriptedServer;
import network.pokt.mlqos.transport.ScriptedServer.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole evaluation of an honest node beside one that answers badly: each bad answer ends in its cause, in bounded time, and
 * the honest node is measured as if nothing happened.
 */
class HostileNodesTest {

    private static final int SAMPLES = 4;
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    private static final Duration SHORT = Duration.ofMillis(800);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Set<FaultCause> TIMEOUTS = Set.of(FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT);
    private static final Pattern NUMBER = Pattern.compile("\"prompt\":\\s*\"(\\d+)/");

    private static ScriptedServer honest;
    private static OpenAiHttpTransport patient;
    private static OpenAiHttpTransport impatient;

    @BeforeAll
    static void start() {
        honest = ScriptedServer.start(HostileNodesTest::answerRightly);
        patient = transport(LONG, LONG);
        impatient = transport(SHORT, Duration.ofMillis(1_200));
    }

    private static OpenAiHttpTransport transport(Duration silence, Duration total) {
        return OpenAiHttpTransport.builder()
                .firstByteTimeout(silence)
                .idleTimeout(silence)
                .totalTimeout(total)
                .maxBodyBytes(1 << 20)
                .maxHeaderBytes(16 << 10)
                .build();
    }

    @AfterAll
    static void stop() {
        patient.close();
        impatient.close();
        honest.close();
    }

    private static void answerRightly(ScriptedConnection connection) throws IOException {
        for (var request = connection.request(); request.isPresent(); request = connection.request()) {
            Matcher number = NUMBER.matcher(new String(request.get().body(), StandardCharsets.UTF_8));
            assertThat(number.find()).isTrue();
            connection.send(
                    HttpMessages.answer(200, JSON, completion(number.group(1)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String completion(String text) {
        return "{\"choices\":[{\"index\":0,\"text\":\"" + text + "\",\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}";
    }

    static Stream<Arguments> bad_answers() {
        return Stream.of(
                arguments("an endless body", OVERSIZED, raw(connection -> {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
                    HttpMessages.flood(connection);
                })),
                arguments("a body announced as a terabyte", OVERSIZED, raw(connection -> {
                    connection.send(HttpMessages.head(200, JSON, 1L << 40));
                    connection.awaitHangUp(Duration.ofSeconds(5));
                })),
                arguments("a slow drip", TOTAL_TIMEOUT, raw(connection -> {
                    connection.send(HttpMessages.head(200, JSON, 1_000_000));
                    do {
                        connection.send(" ");
                    } while (!connection.awaitHangUp(Duration.ofMillis(50)));
                })),
                arguments("a header flood", OVERSIZED, raw(connection -> {
                    connection.send("HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 4_000; i++) {
                        connection.send("X-Flood-" + i + ": 0123456789\r\n");
                    }
                    connection.send("Content-Length: 2\r\n\r\n{}");
                    connection.awaitHangUp(Duration.ofSeconds(5));
                })),
                arguments(
                        "no answer at all",
                        FIRST_BYTE_TIMEOUT,
                        raw(connection -> connection.awaitHangUp(Duration.ofSeconds(5)))),
                arguments("an answer that stalls", IDLE_TIMEOUT, raw(connection -> {
                    connection.send(HttpMessages.head(200, JSON, 100) + "{\"choices\":");
                    connection.awaitHangUp(Duration.ofSeconds(5));
                })),
                arguments("a connection closed without a word", CONNECTION_LOST, raw(connection -> {})),
                arguments("a reset connection", CONNECTION_LOST, raw(ScriptedConnection::reset)),
                arguments(
                        "garbage instead of HTTP",
                        MALFORMED,
                        raw(connection -> connection.send("SSH-2.0-OpenSSH_9.2\r\n\r\n"))),
                arguments(
                        "fewer bytes than announced",
                        TRUNCATED,
                        raw(connection -> connection.send(HttpMessages.head(200, JSON, 500) + "{\"choices\":"))),
                arguments(
                        "chunks that are cut",
                        TRUNCATED,
                        raw(connection ->
                                connection.send(HttpMessages.chunkedHead(200, JSON) + "fff\r\n{\"choices\":"))),
                arguments(
                        "a stream that is cut",
                        STREAM_CUT,
                        raw(connection -> connection.send(HttpMessages.chunkedHead(200, EVENTS)
                                + HttpMessages.chunk("data: {\"choices\":[{\"index\":0,\"text\":\"4\"}]}\n\n")))),
                arguments(
                        "a stream without an end",
                        STREAM_CUT,
                        whole(
                                200,
                                EVENTS,
                                "data: {\"choices\":[{\"index\":0,\"text\":\"4\",\"finish_reason\":null}]}\n\n")),
                arguments(
                        "content after the end of a stream",
                        MALFORMED,
                        whole(
                                200,
                                EVENTS,
                                "data: {\"choices\":[{\"index\":0,\"text\":\"4\",\"finish_reason\":\"stop\"}]}\n\n"
                                        + "data: [DONE]\n\ndata: {\"choices\":[{\"index\":0,\"text\":\"5\"}]}\n\n")),
                arguments(
                        "an error as an event",
                        ERROR_IN_OK,
                        whole(200, EVENTS, "data: {\"error\":{\"message\":\"out of memory\"}}\n\n")),
                arguments(
                        "an error inside a 200",
                        ERROR_IN_OK,
                        whole(200, JSON, "{\"error\":{\"message\":\"out of memory\"}}")),
                arguments("an error in words inside a 200", ERROR_IN_OK, whole(200, JSON, "{\"error\":\"no\"}")),
                arguments("JSON that ends early", TRUNCATED, whole(200, JSON, "{\"choices\":[{\"index\":0,\"te")),
                arguments("no JSON", MALFORMED, whole(200, JSON, "Internal thoughts: hello")),
                arguments("JSON of another kind", SCHEMA, whole(200, JSON, "{\"result\":\"4\"}")),
                arguments(
                        "a text that is a number",
                        SCHEMA,
                        whole(200, JSON, "{\"choices\":[{\"index\":0,\"text\":4,\"finish_reason\":\"stop\"}]}")),
                arguments("deep nesting", OVERSIZED, whole(200, JSON, "{\"padding\":" + "[".repeat(100_000))),
                arguments(
                        "NaN as a number of tokens",
                        SCHEMA,
                        whole(200, JSON, completion("4").replace("\"prompt_tokens\":3", "\"prompt_tokens\":NaN"))),
                arguments(
                        "a huge number of tokens",
                        SCHEMA,
                        whole(200, JSON, completion("4").replace("\"prompt_tokens\":3", "\"prompt_tokens\":1e300"))),
                arguments(
                        "a number of a million digits",
                        OVERSIZED,
                        whole(
                                200,
                                JSON,
                                completion("4")
                                        .replace("\"prompt_tokens\":3", "\"prompt_tokens\":" + "9".repeat(900_000)))),
                arguments(
                        "negative usage",
                        SCHEMA,
                        whole(200, JSON, completion("4").replace("\"prompt_tokens\":3", "\"prompt_tokens\":-3"))),
                arguments(
                        "two choices under one index",
                        SCHEMA,
                        whole(
                                200,
                                JSON,
                                "{\"choices\":[{\"index\":0,\"text\":\"4\",\"finish_reason\":\"stop\"},"
                                        + "{\"index\":0,\"text\":\"5\",\"finish_reason\":\"stop\"}]}")),
                arguments(
                        "a bomb that was not asked to be zipped",
                        MALFORMED,
                        repeated(HttpMessages.withHeader(
                                HttpMessages.answer(200, JSON, bomb()), "Content-Encoding", "gzip"))),
                arguments("a page for people", MALFORMED, whole(200, "text/html", "<html>It works!</html>")),
                arguments(
                        "bytes that are no UTF-8",
                        MALFORMED,
                        repeated(HttpMessages.answer(
                                200, JSON, completion("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1)))),
                arguments("an empty body", EMPTY, whole(200, JSON, "")),
                arguments("no choices", EMPTY, whole(200, JSON, "{\"choices\":[]}")),
                arguments(
                        "no content", MALFORMED, raw(connection -> connection.send("HTTP/1.1 204 No Content\r\n\r\n"))),
                arguments(
                        "a redirect",
                        REDIRECT,
                        repeated(HttpMessages.withHeader(
                                HttpMessages.answer(302, JSON, new byte[0]), "Location", "http://127.0.0.1:1/"))),
                arguments("a server error", SERVER_ERROR, whole(500, JSON, "{\"error\":{\"message\":\"oops\"}}")),
                arguments("a rate limit", RATE_LIMITED, whole(429, JSON, "{}")),
                arguments(
                        "an overload",
                        OVERLOADED,
                        repeated(HttpMessages.withHeader(
                                HttpMessages.answer(503, JSON, new byte[0]), "Retry-After", "60"))),
                arguments("a refusal", BAD_REQUEST, whole(422, JSON, "{\"error\":{\"message\":\"too long\"}}")),
                arguments("a wrong key", UNAUTHORIZED, whole(401, JSON, "{}")),
                arguments("a wrong path", NOT_FOUND, whole(404, JSON, "{}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bad_answers")
    void a_bad_answer_ends_in_its_cause_and_the_run_goes_on(String kind, FaultCause cause, Script script)
            throws InterruptedException {
        try (ScriptedServer hostile = ScriptedServer.start(script)) {
            EvaluationReport report = evaluate(TIMEOUTS.contains(cause) ? impatient : patient, hostile);

            TaskReport bad = report.nodes().get(0).tasks().get(0);
            assertThat(bad.failedSamples()).containsOnly(Map.entry(cause, (long) SAMPLES));
            assertThat(bad.scoreCountingFailures().value()).isZero();
            assertHonestNodeIsMeasured(report);
        }
    }

    @Test
    void a_closing_event_that_comes_twice_does_no_harm() throws InterruptedException {
        String stream = "data: {\"choices\":[{\"index\":0,\"text\":\"wrong\",\"finish_reason\":\"stop\"}]}\n\n"
                + "data: [DONE]\n\ndata: [DONE]\n\n";
        try (ScriptedServer node = ScriptedServer.start(whole(200, EVENTS, stream))) {
            EvaluationReport report = evaluate(patient, node);

            assertThat(report.nodes().get(0).tasks().get(0).answered()).isEqualTo(SAMPLES);
            assertHonestNodeIsMeasured(report);
        }
    }

    private static EvaluationReport evaluate(OpenAiHttpTransport transport, ScriptedServer hostile)
            throws InterruptedException {
        return Evaluation.of(NumbersTask.of(SAMPLES))
                .transport(transport)
                .nodes(NodeDirectory.of(Node.at(hostile.uri(), "hostile"), Node.at(honest.uri(), "honest")))
                .api(ModelApi.completions().build())
                .retry(RetryRule.NEVER)
                .run();
    }

    private static void assertHonestNodeIsMeasured(EvaluationReport report) {
        assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(report.duration()).isLessThan(LONG);
        assertThat(report.nodes().get(1).tasks().get(0).score().value()).isEqualTo(1);
        assertThat(report.nodes().get(1).tasks().get(0).answered()).isEqualTo(SAMPLES);
    }

    /** A script for the connection after its first request. */
    private static Script raw(Script script) {
        return connection -> {
            connection.expectRequest();
            script.run(connection);
        };
    }

    private static Script whole(int status, String contentType, String body) {
        return repeated(HttpMessages.answer(status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Script repeated(byte[] message) {
        return connection -> {
            while (connection.request().isPresent()) {
                connection.send(message);
            }
        };
    }

    /** Returns 50 KB that would become 50 MB. */
    private static byte[] bomb() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 50; i++) {
                    zip.write(zeros);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
