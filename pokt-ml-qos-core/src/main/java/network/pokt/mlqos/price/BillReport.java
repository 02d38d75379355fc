package network.pokt.mlqos.price;

import java.time.Instant;
import java.util.Optional;
import network.pokt.mlqos.stats.Estimate;

/**
 * What one side of a node's bills, prompts or completions, came to so far.
 *
 * @param answers how many claims were checked
 * @param claimed tokens that the node billed in them
 * @param counted tokens that we counted in them
 * @param ratio billed over counted tokens with its interval, for one look; honest nodes are a little above 1 where texts are
 *     short, since they bill special tokens
 * @param excess tokens billed beyond the counted ones and those that each answer may have unseen, at least 0
 * @param leastOver the least that a single claim was above the count; meaningless without answers
 * @param mostOver the most that a single claim was above the count; equal to {@code leastOver} for prompts that a template
 *     wraps in the same special tokens each time
 * @param evidence the most evidence so far that the node bills more than is tolerated, in units of its chance to be wrong:
 *     1,000 arises in a year by chance with a probability of 1 in 1,000
 * @param alarm when the evidence sufficed, if it did
 */
public record BillReport(
        long answers,
        long claimed,
        long counted,
        Estimate ratio,
        long excess,
        long leastOver,
        long mostOver,
        double evidence,
        Optional<Alarm> alarm) {

    /**
     * The moment at which a node was found to over-bill.
     *
     * @param at when the answer came that sufficed
     * @param answers how many answers it took
     */
    public record Alarm(Instant at, long answers) {}
}
