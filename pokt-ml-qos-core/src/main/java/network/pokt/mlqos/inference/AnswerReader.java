package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.Optional;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.HttpStatus;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RetryAfter;

/** Reads one response: its status, then its form, then what it says. */
final class AnswerReader {

    private final RelayResponse response;
    private final JsonSource json;

    AnswerReader(RelayResponse response, JsonSource json) {
        this.response = response;
        this.json = json;
    }

    /**
     * Fills {@code answer} and returns when its content arrived.
     *
     * @throws BadAnswer if there is no usable answer
     */
    <C extends ChoiceDraft<C>> Delivery read(AnswerDraft<C> answer) {
        Optional<FaultCause> refused = HttpStatus.fault(response);
        byte[] body = response.body().toByteArray();
        if (refused.isPresent()) {
            String words = ErrorText.ofBody(json, ByteBuffer.wrap(body));
            throw new BadAnswer(
                    refused.get(), ErrorText.sentence("The node answered with status " + response.status(), words));
        }
        if (body.length == 0) {
            throw new BadAnswer(FaultCause.EMPTY, "The answer has no body.");
        }
        return switch (BodyForm.of(response.headers(), body)) {
            case JSON -> readWhole(body, answer);
            case EVENTS -> readEvents(body, answer);
        };
    }

    private <C extends ChoiceDraft<C>> Delivery readWhole(byte[] body, AnswerDraft<C> answer) {
        boolean content = json.read(ByteBuffer.wrap(body), answer::readWhole);
        var total = response.timing().total();
        return new Delivery(content ? Optional.of(total) : Optional.empty(), total, 0);
    }

    private <C extends ChoiceDraft<C>> Delivery readEvents(byte[] body, AnswerDraft<C> answer) {
        StreamedBody<C> stream = new StreamedBody<>(json, answer);
        SseReader.create(stream).feed(ByteBuffer.wrap(body));
        return stream.finish(response.timing());
    }

    /** Returns the fault that {@code bad} is for this response. */
    RelayFailure failure(BadAnswer bad) {
        RelayFailure failure =
                RelayFailure.of(bad.fault(), bad.detail(), response.timing()).withStatus(response.status());
        return RetryAfter.of(response).map(failure::withRetryAfter).orElse(failure);
    }
}
