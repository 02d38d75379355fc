package network.pokt.mlqos.lmeh.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import network.pokt.mlqos.time.TimeSource;

/** Time in which waits of less than a minute are over at once, and longer ones never. */
final class ShortWaits implements TimeSource {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    List<Duration> waits() {
        return waits;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable action) {
        if (delay.compareTo(Duration.ofMinutes(1)) < 0) {
            waits.add(delay);
            action.run();
        }
        return () -> {};
    }
}
