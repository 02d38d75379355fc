package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import network.pokt.mlqos.evaluation.CompletionPart.MisreadException;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Asks for completions: of one prompt, or of several at once.
 *
 * @param request the request
 * @param ceiling what it can cost
 * @param parts what is asked, in the order of the choices
 * @param batch whether the reply is one of a batch
 * @param codec reads the answer
 * @param seen is told of every answer that could be read
 */
record CompletionExchange(
        RelayRequest request,
        Ceiling ceiling,
        List<CompletionPart> parts,
        boolean batch,
        OpenAiCodec codec,
        Consumer<CompletionAnswer> seen)
        implements Exchange {

    @Override
    public Decoded<Answer> read(RelayResponse response) {
        Decoded<CompletionAnswer> decoded = codec.completion(response);
        if (!(decoded instanceof Decoded.Ok<CompletionAnswer> ok)) {
            return new Decoded.Fault<>(((Decoded.Fault<CompletionAnswer>) decoded).failure());
        }
        try {
            CompletionAnswer answer = ok.answer();
            seen.accept(answer);
            return new Decoded.Ok<>(new Answer(reply(answer), answer.usage(), answer.delivery()));
        } catch (MisreadException e) {
            return new Decoded.Fault<>(
                    RelayFailure.of(FaultCause.SCHEMA, String.valueOf(e.getMessage()), response.timing())
                            .withStatus(response.status()));
        }
    }

    private Reply reply(CompletionAnswer answer) {
        if (!batch) {
            return parts.get(0).reader().read(answer.first());
        }
        if (answer.choices().size() != parts.size()) {
            throw new MisreadException(
                    "The answer has " + answer.choices().size() + " choices for " + parts.size() + " prompts.");
        }
        List<Reply> replies = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            replies.add(parts.get(i).reader().read(answer.choices().get(i)));
        }
        return new Reply.Batch(replies);
    }
}
