package network.pokt.mlqos.relay.supplier.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import network.pokt.mlqos.inference.SseReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts the public name of a model into the events of a stream; passes bytes as they are if both names are one. */
final class RenamedStream implements AnswerStream {

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = {'\n', '\n'};

    private final String publicName;
    private final boolean renames;
    private final AnswerSink sink;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SseReader events = SseReader.create((data, end) -> event(data));
    private boolean headSent;

    RenamedStream(ServedModel model, AnswerSink sink) {
        this.publicName = model.publicName();
        this.renames = !model.publicName().equals(model.backendName());
        this.sink = sink;
    }

    @Override
    public void begin() throws IOException {
        headSent = true;
        sink.head(AnswerHead.stream());
    }

    @Override
    public void pass(byte[] bytes) throws IOException {
        if (!renames) {
            sink.write(bytes);
            return;
        }
        events.feed(ByteBuffer.wrap(bytes));
        if (out.size() > 0) {
            sink.write(out.toByteArray());
            out.reset();
        }
    }

    @Override
    public void end() {
        // The server has said its last word itself.
    }

    @Override
    public boolean headSent() {
        return headSent;
    }

    private void event(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        out.writeBytes(DATA);
        out.writeBytes(renamed(bytes));
        out.writeBytes(END);
    }

    private byte[] renamed(byte[] data) {
        if (data.length == 0 || data[0] != '{') {
            return data;
        }
        try {
            if (JsonMapper.shared().readTree(data) instanceof ObjectNode event && event.has("model")) {
                return event.put("model", publicName).toString().getBytes(StandardCharsets.UTF_8);
            }
        } catch (JacksonException e) {
            // Whoever reads the stream will see that it is no JSON.
        }
        return data;
    }
}
