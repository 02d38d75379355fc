package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;

/**
 * Where an answer goes: {@link #head} once, then {@link #write} as often as there is something. Implemented by whatever server
 * holds the connection. Both may block; an {@link IOException} says that the client is gone, and ends the request.
 */
public interface AnswerSink {

    void head(AnswerHead head) throws IOException;

    /** Sends bytes on at once; the array belongs to the sink. */
    void write(byte[] bytes) throws IOException;
}
