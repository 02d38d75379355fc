package network.pokt.mlqos.samples.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import network.pokt.mlqos.inference.AnswerStream;
import network.pokt.mlqos.inference.CodecLimits;
import network.pokt.mlqos.inference.SseReader;
import network.pokt.mlqos.route.Ask.ContentWatch;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Watches a node's stream and hands its events on as they arrive. Those before the first content are held back: until then
 * another node may still be asked. Events are written anew, so that nothing but one JSON object a line gets through; errors and
 * the end are the gateway's to tell.
 */
final class EventWatch implements ContentWatch {

    private final JsonMapper json = JsonMapper.shared();
    private final AnswerStream content;
    private final SseReader events = SseReader.create((data, end) -> event(data));
    private final List<String> held = new ArrayList<>();
    private final Consumer<String> show;
    private boolean begun;

    EventWatch(boolean chat, Consumer<String> show) {
        this.show = show;
        this.content = chat
                ? AnswerStream.chat(CodecLimits.defaults(), text -> {})
                : AnswerStream.completion(CodecLimits.defaults(), text -> {});
    }

    /** Returns the events of a whole stream. */
    static List<String> events(Payload stream) {
        EventWatch watch = new EventWatch(true, event -> {});
        watch.events.feed(stream.buffer());
        return watch.held;
    }

    @Override
    public boolean feed(ByteBuffer chunk) {
        boolean brought = content.feed(chunk.duplicate());
        events.feed(chunk);
        begun |= brought;
        if (begun) {
            held.forEach(show);
            held.clear();
        }
        return brought;
    }

    private void event(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        try {
            JsonNode event = json.readTree(bytes);
            if (event.isObject() && !event.hasNonNull("error")) {
                held.add(json.writeValueAsString(event));
            }
        } catch (JacksonException e) {
            // [DONE], or what the codec will refuse when it reads the whole answer.
        }
    }
}
