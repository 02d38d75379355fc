package network.pokt.mlqos.evaluation;

/**
 * What a node claimed to have written against what was seen of it.
 *
 * <p>A ratio proves nothing alone: tokenizers differ, and servers may put several tokens into one event. Between nodes that
 * claim the same model and answer the same prompts it should agree.
 *
 * @param completionTokens claimed for the answers that carried text
 * @param contentEvents events with content in those answers, 0 for those that were not streamed
 * @param characters UTF-16 code units of their text
 */
public record Billing(long completionTokens, long contentEvents, long characters) {

    static final Billing NONE = new Billing(0, 0, 0);

    Billing plus(Billing other) {
        return new Billing(
                completionTokens + other.completionTokens,
                contentEvents + other.contentEvents,
                characters + other.characters);
    }

    /** Returns claimed tokens per streamed event with content, NaN without a stream. Honest servers stay close to 1. */
    public double tokensPerEvent() {
        return contentEvents == 0 ? Double.NaN : (double) completionTokens / contentEvents;
    }

    /** Returns claimed tokens per character of text, NaN without text. */
    public double tokensPerCharacter() {
        return characters == 0 ? Double.NaN : (double) completionTokens / characters;
    }
}
