package network.pokt.mlqos.token;

import java.util.Optional;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.InferenceRequest;
import network.pokt.mlqos.inference.Prompt;

/**
 * Counts the tokens that a node will bill, exactly or as an estimate that says how far it may be off. Implementations are
 * thread-safe.
 *
 * <pre>{@code
 * TokenCounter counter = TokenCounter.estimating();
 * TokenCount count = counter.count("How many tokens are this?");
 * // count.tokens() = 7, between count.low() and count.high()
 * }</pre>
 */
public interface TokenCounter {

    /** Returns how many tokens {@code text} has, without the special tokens of a sequence. */
    TokenCount count(String text);

    /** Returns how many prompt tokens {@code chat} has: the whole conversation as the model reads it, tools included. */
    TokenCount count(ChatRequest chat);

    /** Returns how many prompt tokens {@code completion} has, without special tokens that a node may put before a text. */
    default TokenCount count(CompletionRequest completion) {
        return count(completion.prompt());
    }

    private TokenCount count(Prompt prompt) {
        if (prompt instanceof Prompt.Tokens ids) {
            return TokenCount.exact(ids.size());
        } else if (prompt instanceof Prompt.Several several) {
            return several.prompts().stream().map(this::count).reduce(TokenCount.ZERO, TokenCount::plus);
        }
        return count(((Prompt.Text) prompt).text());
    }

    /** Returns how many prompt tokens a request of either kind has. */
    default TokenCount countPrompt(InferenceRequest request) {
        return request instanceof ChatRequest chat ? count(chat) : count((CompletionRequest) request);
    }

    /**
     * Returns a counter for models whose tokenizer is unknown: it estimates from how many characters of which script a
     * text has.
     */
    static TokenCounter estimating() {
        return new EstimatingCounter();
    }

    /**
     * Returns a counter with a model's tokenizer but without its chat template: texts are counted exactly, chats are
     * the exact counts of their messages with an estimate of what a template puts around them.
     */
    static TokenCounter of(Tokenizer tokenizer) {
        return new TokenizerCounter(tokenizer, Optional.empty());
    }

    /**
     * Returns a counter with a model's tokenizer and chat template: texts and chats are counted exactly, a chat by rendering
     * and encoding it. It throws a {@link network.pokt.mlqos.template.TemplateException} for a conversation that the
     * template refuses, as a node would.
     */
    static TokenCounter of(Tokenizer tokenizer, ChatPrompt prompt) {
        return new TokenizerCounter(tokenizer, Optional.of(prompt));
    }
}
