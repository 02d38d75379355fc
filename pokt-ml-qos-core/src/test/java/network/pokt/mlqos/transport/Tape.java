package network.pokt.mlqos.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Records what a listener is shown, and lets a server wait until it was shown. */
public final class Tape implements RelayListener {

    private static final int PATIENCE_SECONDS = 30;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Semaphore shown = new Semaphore(0);
    private final AtomicBoolean inside = new AtomicBoolean();
    private volatile boolean overlapped;

    @Override
    public void onHead(int status, HttpHeaders headers) {
        record("head " + status, 0);
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        int bytes = chunk.remaining();
        record(StandardCharsets.US_ASCII.decode(chunk).toString(), bytes);
    }

    private void record(String event, int bytes) {
        overlapped |= !inside.compareAndSet(false, true);
        events.add(event);
        inside.set(false);
        shown.release(bytes);
    }

    /** Waits until {@code count} more bytes were shown. */
    public void awaitBytes(int count) throws IOException {
        try {
            if (!shown.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The listener was not shown " + count + " more bytes.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server was stopped.");
        }
    }

    /** Returns {@code "head 200"} and the texts of the chunks, in the order in which they were shown. */
    public List<String> events() {
        return events;
    }

    /** Returns whether two calls ran at once. */
    public boolean overlapped() {
        return overlapped;
    }
}
