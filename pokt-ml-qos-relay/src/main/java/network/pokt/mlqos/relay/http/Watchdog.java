package network.pokt.mlqos.relay.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.time.TimeSource;

/**
 * Ends relays whose time is up: one sweep over all of them every {@link #TICK} instead of a timer for each.
 *
 * <p>It ticks only while relays are in flight. A timeout strikes up to one tick late. Thread-safe.
 */
final class Watchdog {

    /** Fine enough for timeouts of tenths of a second, coarse enough to cost nothing: 50 sweeps a second. */
    static final Duration TICK = Duration.ofMillis(20);

    private final TimeSource time;
    private final Executor executor;
    private final Set<Flight> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** Ends relays on {@code executor}, because whoever waits for one goes on there and a scheduler must not. */
    Watchdog(TimeSource time, Executor executor) {
        this.time = time;
        this.executor = executor;
    }

    void watch(Flight flight) {
        inFlight.add(flight);
        startTicking();
    }

    void forget(Flight flight) {
        inFlight.remove(flight);
    }

    /** Returns a live view of the relays in flight. */
    Set<Flight> inFlight() {
        return inFlight;
    }

    private void startTicking() {
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            time.schedule(TICK, this::tick);
        }
    }

    private void tick() {
        long now = time.nanos();
        for (Flight flight : inFlight) {
            ClientFault fault = flight.overdue(now);
            if (fault != null) {
                executor.execute(() -> flight.fail(fault.cause(), fault.detail()));
            }
        }
        if (!inFlight.isEmpty()) {
            time.schedule(TICK, this::tick);
            return;
        }
        ticking.set(false);
        // A relay may have come between the two lines above and found us ticking.
        if (!inFlight.isEmpty()) {
            startTicking();
        }
    }
}
