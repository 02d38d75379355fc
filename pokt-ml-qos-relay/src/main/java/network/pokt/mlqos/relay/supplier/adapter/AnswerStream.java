package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;

/** What becomes of a model server's stream on its way to a client. Used by one thread. */
interface AnswerStream {

    /** The server has begun a stream. */
    void begin() throws IOException;

    /** More bytes of it are there; the array belongs to the stream. */
    void pass(byte[] bytes) throws IOException;

    /** The server's stream has ended as its transport can tell. */
    void end() throws IOException;

    /** Returns whether the client has heard a head, after which no status can tell of an error any more. */
    boolean headSent();
}
