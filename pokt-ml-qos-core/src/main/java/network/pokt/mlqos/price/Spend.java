package network.pokt.mlqos.price;

/**
 * What was spent, as billed: relays sent, whether answered or not, and the tokens that answers claimed.
 *
 * @param relays relays sent, retries included
 * @param promptTokens prompt tokens claimed
 * @param completionTokens completion tokens claimed
 */
public record Spend(long relays, long promptTokens, long completionTokens) {

    public static final Spend NONE = new Spend(0, 0, 0);

    public Spend plus(Spend other) {
        return new Spend(
                Math.addExact(relays, other.relays),
                Math.addExact(promptTokens, other.promptTokens),
                Math.addExact(completionTokens, other.completionTokens));
    }

    public long tokens() {
        return Math.addExact(promptTokens, completionTokens);
    }
}
