package network.pokt.mlqos.inference;

import java.util.List;

/**
 * One token with its natural log-probability.
 *
 * @param token the token's text as the node spells it
 * @param logprob its log-probability; NaN where the node reports none, as for the first token of an echoed prompt
 * @param top the most probable tokens at this position, most probable first as the node listed them; empty if not asked for
 */
public record TokenLogprob(String token, double logprob, List<Candidate> top) {

    public TokenLogprob {
        top = List.copyOf(top);
    }

    /** Returns whether no listed token is more probable: exact comparison, as lm-evaluation-harness does it. */
    public boolean greedy() {
        double best = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : top) {
            best = Math.max(best, candidate.logprob());
        }
        return logprob == best;
    }

    /** A token that could have stood at a position. */
    public record Candidate(String token, double logprob) {}
}
