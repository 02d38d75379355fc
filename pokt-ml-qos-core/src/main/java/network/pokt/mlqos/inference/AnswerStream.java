package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a stream while it arrives: tells which pieces bring content, and the text of the first choice as it grows. It judges
 * nothing: an event that cannot be read brings no content, and {@link OpenAiCodec} says at the end what was wrong with it. A body
 * that is no stream brings none either. Not thread-safe.
 */
public final class AnswerStream {

    private final SseReader events;
    private final Consumer<String> text;
    private boolean content;

    private <C extends ChoiceDraft<C>> AnswerStream(
            CodecLimits limits,
            BiFunction<CodecLimits, Allowance, C> choice,
            Function<C, String> words,
            Consumer<String> text) {
        JsonSource json = new JsonSource(JsonSource.factory(limits));
        this.text = text;
        this.events = SseReader.create((data, end) -> event(json, new AnswerDraft<>(limits, choice), data, words));
    }

    /** Returns a reader of a streamed chat that hands each piece of the first choice's text to {@code text}. */
    public static AnswerStream chat(CodecLimits limits, Consumer<String> text) {
        return new AnswerStream(
                limits, ChatDraft::new, draft -> draft.toChoice(0).content(), text);
    }

    /** Returns a reader of a streamed completion. */
    public static AnswerStream completion(CodecLimits limits, Consumer<String> text) {
        return new AnswerStream(
                limits, CompletionDraft::new, draft -> draft.toChoice(0).text(), text);
    }

    /** Takes more of the body, and returns whether an event that it completes brought content: text, reasoning or a tool call. */
    public boolean feed(ByteBuffer chunk) {
        content = false;
        events.feed(chunk);
        return content;
    }

    private <C extends ChoiceDraft<C>> void event(
            JsonSource json, AnswerDraft<C> event, ByteBuffer data, Function<C, String> words) {
        if (!data.hasRemaining() || data.get(data.position()) != '{') {
            return;
        }
        try {
            if (json.read(data, event::readEvent)) {
                content = true;
                String piece = event.firstChoice(words);
                if (!piece.isEmpty()) {
                    text.accept(piece);
                }
            }
        } catch (BadAnswer bad) {
            // The codec reads the whole answer again and tells what is wrong with it.
        }
    }
}
