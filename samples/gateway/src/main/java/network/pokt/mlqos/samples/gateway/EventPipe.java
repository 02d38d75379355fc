package network.pokt.mlqos.samples.gateway;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import network.pokt.mlqos.route.ContentListener;

/**
 * Brings events from the transport's thread, which must not wait for a slow client, to the client's own, which may. A client
 * that is too far behind loses its answer instead of filling memory.
 */
final class EventPipe implements ContentListener {

    private static final int MOST_WAITING = 4_096;

    private final BlockingQueue<Optional<String>> events = new LinkedBlockingQueue<>();

    @Override
    public void onText(String event) {
        if (events.size() >= MOST_WAITING) {
            throw new IllegalStateException("The client is " + MOST_WAITING + " events behind.");
        }
        events.add(Optional.of(event));
    }

    /** Nothing comes any more. */
    void end() {
        events.add(Optional.empty());
    }

    /** Waits for the next event, empty at the end. */
    Optional<String> next() throws InterruptedException {
        return events.take();
    }
}
