package network.pokt.mlqos.price;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.FinishReason;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.TokenLogprob;

/**
 * What a model wrote in one choice, as far as it shows.
 *
 * @param answer the text without an echoed prompt
 * @param reasoning the thought that is shown beside it, empty if none is
 * @param whole whether the two are all that was written
 * @param stopped whether it ended by itself or at a stop string
 * @param logprobs its tokens, empty if not asked for
 * @param listed the text that the log-probabilities have to spell, echoed prompt included
 */
record Written(
        String answer, String reasoning, boolean whole, boolean stopped, List<TokenLogprob> logprobs, String listed) {

    static Written of(CompletionRequest request, CompletionAnswer.Choice choice) {
        Optional<String> prompt =
                request.prompt() instanceof Prompt.Text text ? Optional.of(text.text()) : Optional.empty();
        boolean echoed =
                request.echo() && prompt.filter(choice.text()::startsWith).isPresent();
        return new Written(
                echoed ? choice.text().substring(prompt.orElseThrow().length()) : choice.text(),
                "",
                echoed || !request.echo(),
                stopped(choice.finishReason()),
                choice.logprobs(),
                choice.text());
    }

    static Written of(ChatAnswer.Choice choice) {
        return new Written(
                choice.content(),
                choice.reasoning().orElse(""),
                choice.toolCalls().isEmpty(),
                stopped(choice.finishReason()),
                choice.logprobs(),
                choice.content());
    }

    private static boolean stopped(Optional<FinishReason> reason) {
        return reason.filter(FinishReason.STOP::equals).isPresent();
    }

    /** Returns whether the listed tokens are all that was written and nothing else. */
    boolean logprobsCount() {
        return !logprobs.isEmpty() && whole && reasoning.isEmpty() && answer.equals(listed);
    }

    /** Returns whether the listed tokens spell the text, or nothing can be said because there are none to compare. */
    boolean spelledByLogprobs(boolean stops) {
        return logprobs.isEmpty()
                || !whole
                || !reasoning.isEmpty()
                || LogprobSpelling.spells(logprobs, listed, stopped, stops);
    }
}
