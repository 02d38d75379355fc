package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTiming;

/** Times one relay from several threads. Thread-safe. */
final class RelayClock {

    private final TimeSource time;
    private final long startNanos;
    private final RelayTiming.Recorder recorder;

    RelayClock(TimeSource time) {
        this.time = time;
        startNanos = time.nanos();
        recorder = new RelayTiming.Recorder(time.now(), startNanos);
    }

    long elapsedNanos() {
        return time.nanos() - startNanos;
    }

    synchronized void firstByte() {
        recorder.firstByte(time.nanos());
    }

    synchronized void chunk(long bytes) {
        recorder.chunk(time.nanos(), bytes);
    }

    synchronized RelayTiming finish() {
        return recorder.finish(time.nanos());
    }
}
