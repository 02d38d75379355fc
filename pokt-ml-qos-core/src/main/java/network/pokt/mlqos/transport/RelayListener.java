package network.pokt.mlqos.transport;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/**
 * Watches the answer of one relay while it arrives.
 *
 * <p>Calls come one after the other, on a thread of the transport; they must be quick. An exception from a listener aborts the
 * relay with {@link FaultCause#INTERNAL}.
 */
public interface RelayListener {

    /** A listener that does nothing. */
    RelayListener NONE = new RelayListener() {};

    /** The head of the answer is there. */
    default void onHead(int status, HttpHeaders headers) {}

    /** More of the body is there; the read-only buffer is valid during the call only. */
    default void onChunk(ByteBuffer chunk) {}
}
