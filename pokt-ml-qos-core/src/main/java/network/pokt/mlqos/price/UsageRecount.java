package network.pokt.mlqos.price;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.InferenceRequest;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.template.TemplateException;
import network.pokt.mlqos.token.TokenCount;
import network.pokt.mlqos.token.TokenCounter;

/**
 * Counts again what a node billed for one answer. Immutable and thread-safe, as its counter is.
 *
 * <p>Prompts are counted as the model's chat template renders them, answers by their text with one end token for each choice
 * that stopped by itself, as vLLM, TGI and the like bill it. Only exact counts accuse: where the counter estimates, or text is
 * not all there (tool calls, echoed token ids) or the template refuses what the node answered, that side of the check stays empty. Reasoning that a node shows is counted like
 * the answer; reasoning that it only bills is unverifiable.
 *
 * <p>Cost: the encoding of prompt and answer, once each.
 */
public final class UsageRecount {

    /** The tags around a thought, and the line breaks that servers strip with them. */
    private static final long REASONING_MARKS = 6;

    private final TokenCounter counter;

    /** Counts with the tokenizer and the chat template behind {@code counter}. */
    public UsageRecount(TokenCounter counter) {
        this.counter = counter;
    }

    /** Sets the bill for a completion against its request and answer. */
    public UsageCheck check(CompletionRequest request, CompletionAnswer answer) {
        List<Written> written = answer.choices().stream()
                .map(choice -> Written.of(request, choice))
                .toList();
        return check(request, written, answer.usage(), answer.delivery());
    }

    /** Sets the bill for a chat against its request and answer. */
    public UsageCheck check(ChatRequest request, ChatAnswer answer) {
        List<Written> written = answer.choices().stream().map(Written::of).toList();
        return check(request, written, answer.usage(), answer.delivery());
    }

    private UsageCheck check(
            InferenceRequest request, List<Written> written, Optional<TokenUsage> billed, Delivery delivery) {
        if (billed.isEmpty()) {
            return new UsageCheck(Optional.empty(), Optional.empty(), 0, Set.of(Contradiction.NO_USAGE));
        }
        TokenUsage usage = billed.get();
        boolean shown = written.stream().anyMatch(text -> !text.reasoning().isEmpty());
        long hidden = shown ? 0 : Math.min(usage.reasoningTokens(), usage.completionTokens());
        Optional<TokenClaim> completion = completion(request, written, usage.completionTokens() - hidden);
        return new UsageCheck(
                prompt(request, usage.promptTokens()),
                completion,
                completion.isPresent() ? hidden : usage.completionTokens(),
                contradictions(request, written, usage, hidden, delivery));
    }

    private Optional<TokenClaim> prompt(InferenceRequest request, long claimed) {
        TokenCount count;
        try {
            count = counter.countPrompt(request);
        } catch (TemplateException e) {
            // The node answered what our template refuses, so it has another one and nothing can be said of its prompt.
            return Optional.empty();
        }
        return count.isExact() ? Optional.of(TokenClaim.of(claimed, count.tokens())) : Optional.empty();
    }

    private Optional<TokenClaim> completion(InferenceRequest request, List<Written> written, long claimed) {
        long counted = 0;
        long unseen = 0;
        long stop = request.parameters().stop().stream()
                .mapToLong(text -> counter.count(text).high())
                .max()
                .orElse(0);
        for (Written text : written) {
            TokenCount answer = counter.count(text.answer());
            TokenCount reasoning = counter.count(text.reasoning());
            if (!text.whole() || !answer.isExact() || !reasoning.isExact()) {
                return Optional.empty();
            }
            counted += answer.tokens() + reasoning.tokens() + (text.stopped() ? 1 : 0);
            unseen += (text.stopped() ? stop : 0) + (text.reasoning().isEmpty() ? 0 : REASONING_MARKS);
        }
        return Optional.of(new TokenClaim(claimed, counted, unseen));
    }

    private static Set<Contradiction> contradictions(
            InferenceRequest request, List<Written> written, TokenUsage usage, long hidden, Delivery delivery) {
        Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
        OptionalLong limit = Quoter.mostGenerated(request);
        if (limit.isPresent() && usage.completionTokens() > limit.getAsLong()) {
            found.add(Contradiction.ABOVE_MAX_TOKENS);
        }
        if (usage.reasoningTokens() > usage.completionTokens()) {
            found.add(Contradiction.MORE_REASONING_THAN_TOKENS);
        }
        if (delivery.contentEvents() > usage.completionTokens()) {
            found.add(Contradiction.MORE_EVENTS_THAN_TOKENS);
        }
        boolean stops = !request.parameters().stop().isEmpty();
        if (written.stream().anyMatch(text -> !text.spelledByLogprobs(stops))) {
            found.add(Contradiction.LOGPROBS_SPELL_OTHER_TEXT);
        }
        if (written.stream().allMatch(Written::logprobsCount)) {
            long listed =
                    written.stream().mapToLong(text -> text.logprobs().size()).sum();
            long ends = written.stream().filter(Written::stopped).count();
            long visible = usage.completionTokens() - hidden;
            if (visible > listed + ends || visible < listed) {
                found.add(Contradiction.LOGPROBS_COUNT_OTHERWISE);
            }
        }
        return found;
    }
}
