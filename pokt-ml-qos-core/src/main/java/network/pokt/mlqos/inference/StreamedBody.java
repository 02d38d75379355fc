package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.Optional;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayTiming;

/**
 * Joins the events of a stream into an answer, up to the closing event {@code [DONE]}
 * (<a href="https://platform.openai.com/docs/api-reference/chat-streaming">OpenAI, streaming</a>).
 *
 * <p>A second {@code [DONE]} and events without data are forgiven; anything else after the end is not, since nobody knows
 * which of two answers was meant.
 *
 * @param <C> the kind of choices
 */
final class StreamedBody<C extends ChoiceDraft<C>> implements SseReader.Sink {

    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private final JsonSource json;
    private final AnswerDraft<C> answer;
    private boolean done;
    private int contentEvents;
    private long firstContentEnd;

    StreamedBody(JsonSource json, AnswerDraft<C> answer) {
        this.json = json;
        this.answer = answer;
    }

    @Override
    public void event(ByteBuffer data, long end) {
        trim(data);
        if (!data.hasRemaining()) {
            return;
        }
        if (data.equals(ByteBuffer.wrap(DONE))) {
            done = true;
        } else if (done) {
            throw new BadAnswer(FaultCause.MALFORMED, "The stream goes on after its closing event.");
        } else if (json.read(data, answer::readEvent)) {
            firstContentEnd = contentEvents == 0 ? end : firstContentEnd;
            contentEvents++;
        }
    }

    private static void trim(ByteBuffer data) {
        while (data.hasRemaining() && isBlank(data.get(data.position()))) {
            data.position(data.position() + 1);
        }
        while (data.hasRemaining() && isBlank(data.get(data.limit() - 1))) {
            data.limit(data.limit() - 1);
        }
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\n';
    }

    /**
     * Returns when the content arrived, once all bytes are fed.
     *
     * @throws BadAnswer if the stream was cut: it neither said that it was done nor why each choice ended
     */
    Delivery finish(RelayTiming timing) {
        if (!done && !answer.finished()) {
            throw new BadAnswer(FaultCause.STREAM_CUT, "The stream ended without its closing event.");
        }
        return contentEvents == 0
                ? new Delivery(Optional.empty(), timing.total(), 0)
                : new Delivery(
                        timing.arrivalOf(firstContentEnd - 1).or(() -> Optional.of(timing.total())),
                        timing.total(),
                        contentEvents);
    }
}
