package network.pokt.mlqos.samples.diffusioncheck;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.time.TimeSource;

/**
 * Time that passes only where a simulated node says that it does: what a picture takes is the node's doing alone, the same on an
 * idle and on a busy machine. Right for one request at a time; what is scheduled runs by the machine's own time.
 */
final class SimulatedTime implements TimeSource {

    private final TimeSource machine = TimeSource.system();
    private final AtomicLong nanos = new AtomicLong();

    /** Lets so much time pass. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable action) {
        return machine.schedule(delay, action);
    }
}
