package network.pokt.mlqos.relay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import network.pokt.mlqos.transport.RelayOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a transport holds that passes relays on to another: to cancel it is to cancel the relay that is under way
 * for it, now or later. Thread-safe.
 */
public final class RelayFuture extends CompletableFuture<RelayOutcome> {

    private final AtomicReference<@Nullable Future<?>> underWay = new AtomicReference<>();

    /** Says what is to be cancelled with this future from now on; cancels it at once if this future has ended. */
    public void attach(Future<?> relay) {
        underWay.set(relay);
        if (isDone()) {
            relay.cancel(true);
        }
    }

    /** Ends with this outcome and cancels what is under way; returns whether it had not ended before. */
    public boolean endWith(RelayOutcome outcome) {
        boolean ended = complete(outcome);
        if (ended) {
            stop();
        }
        return ended;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            stop();
        }
        return cancelled;
    }

    private void stop() {
        Future<?> relay = underWay.get();
        if (relay != null) {
            relay.cancel(true);
        }
    }
}
