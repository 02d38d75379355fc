package network.pokt.mlqos.relay.resilience;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one attempt and the caller's listener, so that the caller sees one answer only.
 *
 * <p>The head waits for the first byte of the body, and an answer whose status may lead to another attempt waits for its end.
 * Once something was shown there is no other attempt.
 */
final class HeldListener implements RelayListener {

    private final RelayListener caller;
    private final boolean last;
    private final AtomicBoolean shown = new AtomicBoolean();
    private int status;
    private @Nullable HttpHeaders headers;
    private boolean held;

    /** Stands before {@code caller}; if this is the {@code last} attempt there is no reason to hold an answer back. */
    HeldListener(RelayListener caller, boolean last) {
        this.caller = caller;
        this.last = last;
    }

    @Override
    public void onHead(int status, HttpHeaders headers) {
        this.status = status;
        this.headers = headers;
        // With or without Retry-After, a 503 is retryable.
        this.held = !last
                && FaultCause.ofStatus(status, false).map(FaultCause::retryable).orElse(false);
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (!held) {
            showHead();
            caller.onChunk(chunk);
        }
    }

    /** Returns whether the caller has seen something of this attempt. */
    boolean hasShown() {
        return shown.get();
    }

    /** Shows what was held back of an answer that turned out to be the last. */
    void release(RelayResponse response) {
        boolean headOnly = showHead();
        if (headOnly && !response.body().isEmpty()) {
            caller.onChunk(response.body().buffer());
        }
    }

    /** Returns whether the head was still to be shown. */
    private boolean showHead() {
        HttpHeaders arrived = headers;
        if (arrived == null || !shown.compareAndSet(false, true)) {
            return false;
        }
        caller.onHead(status, arrived);
        return true;
    }
}
