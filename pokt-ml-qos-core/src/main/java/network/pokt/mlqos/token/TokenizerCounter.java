package network.pokt.mlqos.token;

import java.util.Optional;
import network.pokt.mlqos.inference.ChatRequest;

/** Counts with a model's tokenizer; chats exactly with its template, or else with an estimate of what that adds. */
final class TokenizerCounter implements TokenCounter {

    private final Tokenizer tokenizer;
    private final Optional<ChatPrompt> prompt;

    TokenizerCounter(Tokenizer tokenizer, Optional<ChatPrompt> prompt) {
        this.tokenizer = tokenizer;
        this.prompt = prompt;
    }

    @Override
    public TokenCount count(String text) {
        return TokenCount.exact(tokenizer.count(text));
    }

    @Override
    public TokenCount count(ChatRequest chat) {
        return prompt.isPresent() ? count(prompt.get().render(chat)) : ChatFrame.around(chat, this::count);
    }
}
