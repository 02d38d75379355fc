package network.pokt.mlqos.relay.supplier.backend;

import java.util.Optional;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to post to a model server.
 *
 * @param path the path below the server's address
 * @param body the JSON to post
 * @param translation how its answer is read; absent if it already has OpenAI's form
 */
public record BackendCall(String path, ObjectNode body, Optional<Translation> translation) {

    /** Turns a whole answer of status 200 into OpenAI's form. */
    @FunctionalInterface
    public interface Translation {

        /**
         * Returns the answer.
         *
         * @throws UnusableAnswerException if the server sent something else than it should have
         */
        ObjectNode of(Payload body);
    }

    static BackendCall passing(String path, ObjectNode body) {
        return new BackendCall(path, body, Optional.empty());
    }

    static BackendCall translated(String path, ObjectNode body, Translation translation) {
        return new BackendCall(path, body, Optional.of(translation));
    }
}
