package network.pokt.mlqos.relay.supplier.backend;

import java.util.Optional;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to post to a model server.
 *
 * @param path the path below the server's address
 * @param body the JSON to post
 * @param translation how its whole answer is read; absent if it already has OpenAI's form
 * @param stream how its stream is read; absent if it already has OpenAI's form, or none is asked for
 */
public record BackendCall(
        String path, ObjectNode body, Optional<Translation> translation, Optional<StreamTranslation> stream) {

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
        return new BackendCall(path, body, Optional.empty(), Optional.empty());
    }

    static BackendCall translated(String path, ObjectNode body, Translation translation) {
        return new BackendCall(path, body, Optional.of(translation), Optional.empty());
    }

    /** Returns a call whose answer has to be a stream. */
    static BackendCall streamed(String path, ObjectNode body, StreamTranslation stream) {
        Translation none = answer -> {
            throw new UnusableAnswerException("The model server did not stream.");
        };
        return new BackendCall(path, body, Optional.of(none), Optional.of(stream));
    }
}
