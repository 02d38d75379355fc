package network.pokt.mlqos.evaluation;

import java.util.List;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Asks for the log-likelihood of a continuation: the prompt is echoed with the log-probability of each of its tokens,
 * and one more token is written, which does not count.
 *
 * <p>A node that does not echo, or splits the prompt into other tokens, is at fault. lm-evaluation-harness would take
 * its answer for a log-likelihood, of nothing or of the wrong tokens.
 *
 * @param request the request
 * @param ceiling what it can cost
 * @param prompt the ids that it carries, as such or as their text
 * @param codec reads the answer
 */
record LikelihoodExchange(RelayRequest request, Ceiling ceiling, ContinuationPrompt prompt, OpenAiCodec codec)
        implements Exchange {

    @Override
    public Decoded<Answer> read(RelayResponse response) {
        Decoded<CompletionAnswer> decoded = codec.completion(response);
        if (decoded instanceof Decoded.Ok<CompletionAnswer> ok) {
            return read(ok.answer(), response);
        }
        return new Decoded.Fault<>(((Decoded.Fault<CompletionAnswer>) decoded).failure());
    }

    private Decoded<Answer> read(CompletionAnswer answer, RelayResponse response) {
        List<TokenLogprob> tokens = answer.first().logprobs();
        int echoed = prompt.length();
        if (tokens.isEmpty()) {
            return fault(
                    response,
                    "The answer has no log-probabilities although they were asked for with echo and logprobs.");
        }
        if (tokens.size() < echoed) {
            return fault(
                    response,
                    "The prompt was not echoed: the answer has " + tokens.size() + " tokens for a prompt of " + echoed
                            + ".");
        }
        if (tokens.size() > echoed + 1) {
            return fault(
                    response,
                    "The answer has " + tokens.size() + " tokens for a prompt of " + echoed
                            + " and one more, so the server splits or begins texts in another way than the tokenizer.");
        }
        return sum(answer, tokens.subList(prompt.contextLength(), echoed), response);
    }

    private Decoded<Answer> sum(CompletionAnswer answer, List<TokenLogprob> continuation, RelayResponse response) {
        double logprob = 0;
        boolean greedy = true;
        for (TokenLogprob token : continuation) {
            if (token.top().isEmpty()) {
                return fault(response, "The answer does not say which tokens were the most probable ones.");
            }
            logprob += token.logprob();
            greedy = greedy && token.greedy();
        }
        Reply reply = new Reply.Likelihood(logprob, greedy);
        return new Decoded.Ok<>(new Answer(reply, answer.usage(), answer.delivery()));
    }

    private static Decoded<Answer> fault(RelayResponse response, String detail) {
        return new Decoded.Fault<>(
                RelayFailure.of(FaultCause.SCHEMA, detail, response.timing()).withStatus(response.status()));
    }
}
