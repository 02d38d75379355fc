package network.pokt.mlqos.token;

import network.pokt.mlqos.inference.ChatRequest;

/** Estimates the tokens of a text from how many characters of which script it has. */
final class EstimatingCounter implements TokenCounter {

    @Override
    public TokenCount count(String text) {
        if (text.isEmpty()) {
            return TokenCount.ZERO;
        }
        long low = 0;
        long usual = 0;
        long high = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            Script script = Script.of(c);
            low += script.low;
            usual += script.usual;
            high += script.high;
        }
        long tokens = Math.max(1, rounded(usual));
        return TokenCount.estimated(
                tokens, Math.max(1, Math.min(tokens, low / Script.UNIT)), Math.max(tokens + 1, rounded(high)));
    }

    @Override
    public TokenCount count(ChatRequest chat) {
        return ChatFrame.around(chat, this::count);
    }

    private static long rounded(long thousandths) {
        return (thousandths + Script.UNIT / 2) / Script.UNIT;
    }
}
