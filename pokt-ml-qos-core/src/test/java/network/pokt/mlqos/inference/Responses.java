package network.pokt.mlqos.inference;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;

/** Answers of nodes, and what the codec makes of them. */
final class Responses {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration TOTAL = Duration.ofMillis(900);

    private Responses() {}

    static RelayResponse json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    static RelayResponse json(byte[] body) {
        return of(200, body, "Content-Type", "application/json");
    }

    static RelayResponse events(String body) {
        return of(200, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/event-stream; charset=utf-8");
    }

    /** Returns a stream of the given data, each an event, without a closing one. */
    static String stream(String... data) {
        StringBuilder body = new StringBuilder();
        for (String each : data) {
            body.append("data: ").append(each).append("\n\n");
        }
        return body.toString();
    }

    static RelayResponse of(int status, String body, String... headers) {
        return of(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static RelayResponse of(int status, byte[] body, String... headers) {
        Map<String, List<String>> map = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], List.of(headers[i + 1]));
        }
        RelayTiming.Recorder recorder = new RelayTiming.Recorder(START, 0);
        recorder.chunk(TOTAL.toNanos(), body.length);
        return new RelayResponse(
                status, HttpHeaders.of(map, (name, value) -> true), Payload.of(body), recorder.finish(TOTAL.toNanos()));
    }

    static <T> T ok(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Ok<T> ok) {
            return ok.answer();
        }
        throw new AssertionError("expected an answer, got " + decoded);
    }

    static RelayFailure fault(Decoded<?> decoded) {
        if (decoded instanceof Decoded.Fault<?> fault) {
            return fault.failure();
        }
        throw new AssertionError("expected a fault, got " + decoded);
    }

    static FaultCause cause(Decoded<?> decoded) {
        return fault(decoded).cause();
    }
}
