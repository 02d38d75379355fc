package network.pokt.mlqos.evaluation;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;

/** Answers as a script says, after a delay on the given time; keeps book of what was sent, in flight and cancelled. */
final class ScriptedTransport implements RelayTransport {

    /** What a node says to a text that it is asked for the n-th time, from 1. */
    @FunctionalInterface
    interface Script {
        Line say(NodeId node, String text, int time);
    }

    /** One answer: a status and a body after a delay. */
    record Line(int status, String body, Map<String, List<String>> headers, Duration delay) {

        static Line ok(String body) {
            return new Line(200, body, Map.of(), Duration.ofMillis(10));
        }

        static Line status(int status) {
            return new Line(status, "", Map.of(), Duration.ofMillis(10));
        }

        Line after(Duration delay) {
            return new Line(status, body, headers, delay);
        }

        Line header(String name, String value) {
            return new Line(status, body, Map.of(name, List.of(value)), delay);
        }
    }

    /** The right answer: the number before the slash. */
    static final Script RIGHT = (node, text, time) -> Line.ok(text.substring(0, text.indexOf('/')));

    final Queue<String> sent = new ConcurrentLinkedQueue<>();
    final Map<NodeId, Integer> mostInFlight = new ConcurrentHashMap<>();
    final AtomicInteger cancelled = new AtomicInteger();
    final AtomicInteger mostInFlightInAll = new AtomicInteger();
    private final TimeSource time;
    private final Script script;
    private final boolean inline;
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final Map<NodeId, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger inFlightInAll = new AtomicInteger();

    private ScriptedTransport(TimeSource time, Script script, boolean inline) {
        this.time = time;
        this.script = script;
        this.inline = inline;
    }

    static ScriptedTransport on(TimeSource time, Script script) {
        return new ScriptedTransport(time, script, false);
    }

    /** Answers before it returns, whatever the delay. */
    static ScriptedTransport inline(TimeSource time, Script script) {
        return new ScriptedTransport(time, script, true);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        String text = request.body().utf8();
        String key = node.id() + " " + text;
        int nth = times.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
        sent.add(key);
        Line line = script.say(node.id(), text, nth);
        RelayTiming.Recorder timing = new RelayTiming.Recorder(time.now(), time.nanos());
        if (inline) {
            return CompletableFuture.completedFuture(outcome(line, timing));
        }
        int now = inFlight.computeIfAbsent(node.id(), k -> new AtomicInteger()).incrementAndGet();
        mostInFlight.merge(node.id(), now, Math::max);
        mostInFlightInAll.accumulateAndGet(inFlightInAll.incrementAndGet(), Math::max);
        CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
        boolean late = line.delay().compareTo(request.timeout()) > 0;
        time.schedule(late ? request.timeout() : line.delay(), () -> {
            leave(node, future);
            future.complete(
                    late
                            ? RelayFailure.of(FaultCause.TOTAL_TIMEOUT, "late", timing.finish(time.nanos()))
                            : outcome(line, timing));
        });
        future.whenComplete((outcome, error) -> {
            if (future.isCancelled()) {
                cancelled.incrementAndGet();
            }
        });
        return future;
    }

    private void leave(Node node, CompletableFuture<RelayOutcome> future) {
        inFlight.get(node.id()).decrementAndGet();
        inFlightInAll.decrementAndGet();
    }

    private RelayOutcome outcome(Line line, RelayTiming.Recorder timing) {
        return new RelayResponse(
                line.status(),
                HttpHeaders.of(line.headers(), (name, value) -> true),
                Payload.of(line.body()),
                timing.finish(time.nanos()));
    }

    @Override
    public void close() {}
}
