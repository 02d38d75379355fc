package network.pokt.mlqos.token;

import network.pokt.mlqos.inference.ChatRequest;

/** Counts texts with a model's tokenizer, and estimates what an unknown chat template puts around them. */
final class TokenizerCounter implements TokenCounter {

    private final Tokenizer tokenizer;

    TokenizerCounter(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public TokenCount count(String text) {
        return TokenCount.exact(tokenizer.count(text));
    }

    @Override
    public TokenCount count(ChatRequest chat) {
        return ChatFrame.around(chat, this::count);
    }
}
