package network.pokt.mlqos.route;

import java.util.OptionalLong;
import java.util.Set;
import network.pokt.mlqos.price.Rate;

/**
 * What is known of a node without measuring it.
 *
 * @param rate what it charges
 * @param contextTokens the most tokens that prompt and answer may have together, if known
 * @param capabilities what it can do beyond text, in words of the caller's own such as {@code tools} or {@code vision}
 */
public record NodeFacts(Rate rate, OptionalLong contextTokens, Set<String> capabilities) {

    public NodeFacts {
        capabilities = Set.copyOf(capabilities);
    }

    /** Returns the facts of a node of which only the price is known. */
    public static NodeFacts priced(Rate rate) {
        return new NodeFacts(rate, OptionalLong.empty(), Set.of());
    }
}
