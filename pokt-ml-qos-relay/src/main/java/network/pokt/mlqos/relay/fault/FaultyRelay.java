package network.pokt.mlqos.relay.fault;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.internal.RelayFuture;
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

/**
 * One relay and what befalls it. Without a fault it is passed on as it is; else the answer is kept until it is whole, spoiled, and
 * then shown.
 */
final class FaultyRelay {

    private final Fate fate;
    private final TimeSource time;
    private final Duration timeout;
    private final RelayListener listener;
    private final Consumer<FaultyRelay> onEnd;
    private final RelayFuture outcome = new RelayFuture();
    private final RelayTiming.Recorder recorder;

    FaultyRelay(Fate fate, TimeSource time, Duration timeout, RelayListener listener, Consumer<FaultyRelay> onEnd) {
        this.fate = fate;
        this.time = time;
        this.timeout = timeout;
        this.listener = listener;
        this.onEnd = onEnd;
        this.recorder = new RelayTiming.Recorder(time.now(), time.nanos());
    }

    RelayFuture outcome() {
        return outcome;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what comes after it throws nothing
    void begin(RelayTransport inner, Node node, RelayRequest request) {
        outcome.whenComplete((ended, thrown) -> onEnd.accept(this));
        boolean untouched = fate.kind() == Fate.Kind.NOTHING && fate.delayNanos() == 0;
        CompletableFuture<RelayOutcome> relay =
                inner.sendAsync(node, request, untouched ? listener : RelayListener.NONE);
        outcome.attach(relay);
        relay.whenComplete((answer, thrown) -> {
            if (answer == null) {
                return; // Cancelled, which the caller did.
            }
            if (untouched) {
                outcome.complete(answer);
            } else if (fate.kind() == Fate.Kind.LOSS) {
                lose();
            } else {
                time.schedule(Duration.ofNanos(fate.delayNanos()), () -> arrive(answer));
            }
        });
    }

    /** A lost answer is noticed when the relay's time is up. */
    private void lose() {
        time.schedule(timeout, () -> end(FaultCause.FIRST_BYTE_TIMEOUT, "The answer was lost on purpose."));
    }

    private void arrive(RelayOutcome answer) {
        if (outcome.isDone()) {
            return;
        }
        if (answer instanceof RelayResponse response) {
            show(response);
        } else if (answer instanceof RelayFailure failure) {
            outcome.complete(failure);
        }
    }

    private void show(RelayResponse response) {
        Payload body = fate.kind() == Fate.Kind.NOTHING ? response.body() : spoiled(response.body());
        try {
            recorder.firstByte(time.nanos());
            listener.onHead(response.status(), response.headers());
            if (!body.isEmpty()) {
                recorder.chunk(time.nanos(), body.size());
                ByteBuffer chunk = body.buffer();
                listener.onChunk(chunk);
            }
        } catch (RuntimeException | Error e) {
            end(FaultCause.INTERNAL, "The listener threw " + e.getClass().getName() + ".");
            return;
        }
        if (fate.kind() == Fate.Kind.CUT) {
            end(cutAs(response.headers()), "The answer was cut on purpose.");
        } else {
            outcome.complete(
                    new RelayResponse(response.status(), response.headers(), body, recorder.finish(time.nanos())));
        }
    }

    private Payload spoiled(Payload body) {
        if (body.isEmpty()) {
            return body;
        }
        byte[] bytes = body.toByteArray();
        int offset = fate.offset(bytes.length);
        if (fate.kind() == Fate.Kind.CUT) {
            return Payload.wrap(bytes, offset);
        }
        bytes[offset] ^= (byte) (1 << fate.bit());
        return Payload.wrap(bytes, bytes.length);
    }

    private static FaultCause cutAs(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/event-stream") ? FaultCause.STREAM_CUT : FaultCause.TRUNCATED;
    }

    void close() {
        end(FaultCause.CANCELLED, "The transport is closed.");
    }

    private void end(FaultCause cause, String detail) {
        outcome.endWith(RelayFailure.of(cause, detail, recorder.finish(time.nanos())));
    }
}
