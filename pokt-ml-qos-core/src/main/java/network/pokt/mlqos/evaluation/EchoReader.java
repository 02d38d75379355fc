package network.pokt.mlqos.evaluation;

import java.util.List;
import network.pokt.mlqos.evaluation.CompletionPart.MisreadException;
import network.pokt.mlqos.inference.CompletionAnswer.Choice;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.task.Reply;

/**
 * Reads the log-likelihood of a continuation: the prompt is echoed with the log-probability of each of its tokens, and
 * one more token is written, which does not count.
 *
 * <p>A node that does not echo, or splits the prompt into other tokens, is at fault. lm-evaluation-harness would take
 * its answer for a log-likelihood, of nothing or of the wrong tokens.
 *
 * @param prompt the ids that were sent, as such or as their text
 */
record EchoReader(ContinuationPrompt prompt) implements CompletionPart.Reader {

    @Override
    public Reply read(Choice choice) {
        List<TokenLogprob> tokens = choice.logprobs();
        int echoed = prompt.length();
        if (tokens.isEmpty()) {
            throw new MisreadException(
                    "The answer has no log-probabilities although they were asked for with echo and logprobs.");
        }
        if (tokens.size() < echoed) {
            throw new MisreadException("The prompt was not echoed: the answer has " + tokens.size()
                    + " tokens for a prompt of " + echoed + ".");
        }
        if (tokens.size() > echoed + 1) {
            throw new MisreadException("The answer has " + tokens.size() + " tokens for a prompt of " + echoed
                    + " and one more, so the server splits or begins texts in another way than the tokenizer.");
        }
        return sum(tokens.subList(prompt.contextLength(), echoed));
    }

    private static Reply sum(List<TokenLogprob> continuation) {
        double logprob = 0;
        boolean greedy = true;
        for (TokenLogprob token : continuation) {
            if (token.top().isEmpty()) {
                throw new MisreadException("The answer does not say which tokens were the most probable ones.");
            }
            logprob += token.logprob();
            greedy = greedy && token.greedy();
        }
        return new Reply.Likelihood(logprob, greedy);
    }
}
