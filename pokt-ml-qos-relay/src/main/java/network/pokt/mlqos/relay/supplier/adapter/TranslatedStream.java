package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import network.pokt.mlqos.relay.supplier.backend.StreamTranslation;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a stream that has another form than OpenAI's that form. The head waits for the first event, since servers tell of wrong
 * requests in streams of status 200.
 */
final class TranslatedStream implements AnswerStream {

    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

    private final StreamTranslation translation;
    private final Consumer<ObjectNode> stamp;
    private final AnswerSink sink;
    private boolean headSent;

    /** Writes what {@code translation} makes, after {@code stamp} has put model, id and time into it. */
    TranslatedStream(StreamTranslation translation, Consumer<ObjectNode> stamp, AnswerSink sink) {
        this.translation = translation;
        this.stamp = stamp;
        this.sink = sink;
    }

    @Override
    public void begin() {
        // Nothing is certain yet.
    }

    @Override
    public void pass(byte[] bytes) throws IOException {
        write(translation.pass(ByteBuffer.wrap(bytes)));
    }

    @Override
    public void end() throws IOException {
        write(translation.end());
        sendHead();
        sink.write(DONE);
    }

    @Override
    public boolean headSent() {
        return headSent;
    }

    private void write(List<ObjectNode> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        sendHead();
        StringBuilder text = new StringBuilder();
        for (ObjectNode event : events) {
            stamp.accept(event);
            text.append("data: ").append(event).append("\n\n");
        }
        sink.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void sendHead() throws IOException {
        if (!headSent) {
            headSent = true;
            sink.head(AnswerHead.stream());
        }
    }
}
