package network.pokt.mlqos.price;

import java.util.Optional;
import java.util.Set;

/**
 * What one answer's bill says against what was counted. {@link UsageRecount} makes it from an answer, {@link UsageAudit}
 * gathers it.
 *
 * @param prompt the prompt's tokens; empty where they cannot be counted exactly
 * @param completion the answer's tokens without hidden reasoning; empty where they cannot be counted exactly
 * @param unverifiable completion tokens that nothing shows, hidden reasoning above all: nobody outside the node can count them
 * @param contradictions what cannot be true in this answer
 */
public record UsageCheck(
        Optional<TokenClaim> prompt,
        Optional<TokenClaim> completion,
        long unverifiable,
        Set<Contradiction> contradictions) {

    public UsageCheck {
        contradictions = Set.copyOf(contradictions);
        if (unverifiable < 0) {
            throw new IllegalArgumentException("Unverifiable tokens cannot be negative, got " + unverifiable + ".");
        }
    }

    /** Returns a check in which both sides were counted and nothing contradicts. */
    public static UsageCheck of(TokenClaim prompt, TokenClaim completion) {
        return new UsageCheck(Optional.of(prompt), Optional.of(completion), 0, Set.of());
    }
}
