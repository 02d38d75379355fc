package network.pokt.mlqos.relay.record;

import java.time.Duration;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;

/** Shows one recorded outcome again, all at once or each part when it is due. Runs on the scheduler, one step at a time. */
final class Playback {

    private final RelayFuture future;
    private final RelayOutcome recorded;
    private final RelayListener listener;
    private final TimeSource time;
    private final boolean atPace;
    private final Runnable onEnd;

    /** 0 is the head, then one for each chunk, then the end. */
    private int step;

    private Duration now = Duration.ZERO;
    private int shown;

    Playback(
            RelayFuture future,
            RelayOutcome recorded,
            RelayListener listener,
            TimeSource time,
            boolean atPace,
            Runnable onEnd) {
        this.future = future;
        this.recorded = recorded;
        this.listener = listener;
        this.time = time;
        this.atPace = atPace;
        this.onEnd = onEnd;
    }

    void run() {
        while (!future.isDone()) {
            Duration due = due();
            if (atPace && due.compareTo(now) > 0) {
                Duration wait = due.minus(now);
                now = due;
                time.schedule(wait, this::run);
                return;
            }
            try {
                perform();
            } catch (RuntimeException | Error e) {
                future.complete(RelayFailure.of(
                        FaultCause.INTERNAL,
                        "The listener threw " + e.getClass().getName() + ".",
                        recorded.timing()));
            }
        }
        onEnd.run();
    }

    private Duration due() {
        RelayTiming timing = recorded.timing();
        if (step == 0) {
            return timing.firstByte().orElse(Duration.ZERO);
        }
        return step <= timing.chunks() ? timing.chunkArrival(step - 1) : timing.total();
    }

    private void perform() {
        int current = step++;
        if (current > recorded.timing().chunks()) {
            future.complete(recorded);
        } else if (recorded instanceof RelayResponse response) {
            if (current == 0) {
                listener.onHead(response.status(), response.headers());
            } else {
                show(response.body(), response.timing().chunkEnd(current - 1));
            }
        }
    }

    private void show(Payload body, long chunkEnd) {
        int end = (int) Math.min(chunkEnd, body.size());
        if (end > shown) {
            listener.onChunk(body.buffer().slice(shown, end - shown));
            shown = end;
        }
    }
}
