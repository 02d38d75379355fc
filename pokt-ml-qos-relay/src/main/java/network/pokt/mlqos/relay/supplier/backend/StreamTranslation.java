package network.pokt.mlqos.relay.supplier.backend;

import java.nio.ByteBuffer;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns one stream of a model server into events of OpenAI's form. Each serves one stream, from one thread at a time.
 *
 * <p>Events leave as soon as what they are made of is there. The adapter adds model, id and time to them, and the last word.
 */
public interface StreamTranslation {

    /** Returns whether an answer of status 200 and this media type, in lower case, is a stream that can be read. */
    boolean accepts(String contentType);

    /**
     * Takes the next bytes, and returns the events that they complete.
     *
     * @throws UnusableAnswerException if the server sent something else than it should have
     * @throws ToldErrorException if the server tells of an error in its stream
     */
    List<ObjectNode> pass(ByteBuffer bytes);

    /**
     * Returns what remains to be said once the server's stream has ended.
     *
     * @throws UnusableAnswerException if it ended before the server had said its last
     */
    List<ObjectNode> end();
}
