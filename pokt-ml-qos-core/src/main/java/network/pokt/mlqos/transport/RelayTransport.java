package network.pokt.mlqos.transport;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import network.pokt.mlqos.node.Node;

/**
 * Moves one opaque request to one node and times the answer. This is the seam for transports of your own.
 *
 * <p>A transport never looks into a payload, never follows a redirect, bounds headers, body and time, and turns whatever goes
 * wrong into a {@link RelayFailure}: {@link #sendAsync} throws nothing and its future completes exceptionally only when it is
 * cancelled. A relay that failed may still have reached the node, and may still be charged.
 *
 * <p>Implementations are thread-safe and pass the contract kit {@code RelayTransportContract} in this artifact's tests jar.
 */
public interface RelayTransport extends AutoCloseable {

    /**
     * Sends a request and calls {@code listener} as the answer arrives.
     *
     * <p>Cancelling the returned future aborts the exchange on the wire. The future is completed on a thread of the transport:
     * work that takes long belongs elsewhere. After {@link #close()} every relay fails with {@link FaultCause#CANCELLED}.
     */
    CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener);

    /** Sends a request without watching its answer arrive. */
    default CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request) {
        return sendAsync(node, request, RelayListener.NONE);
    }

    /**
     * Sends a request and waits for its outcome.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the exchange is then aborted
     */
    default RelayOutcome send(Node node, RelayRequest request) throws InterruptedException {
        CompletableFuture<RelayOutcome> future = sendAsync(node, request);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "A transport broke its contract: it completed with an exception.", e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("A transport broke its contract: it cancelled a relay by itself.", e);
        }
    }

    /** Ends all relays under way and frees connections and threads; calling it again has no effect. */
    @Override
    void close();
}
