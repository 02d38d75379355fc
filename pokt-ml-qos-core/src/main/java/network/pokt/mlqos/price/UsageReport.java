package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What is known of a node's bills.
 *
 * @param answers answers that were looked at
 * @param prompt the prompts' side
 * @param completion the answers' side
 * @param unverifiable tokens billed that nothing shows and nobody can count, such as hidden reasoning; in no other figure here
 * @param contradictions how many answers contradicted their bill, by kind; kinds that did not occur are left out
 * @param moneyLost what the excess of both sides cost at the node's price, 0 if there is none
 * @param currency the unit of {@code moneyLost}
 */
public record UsageReport(
        long answers,
        BillReport prompt,
        BillReport completion,
        long unverifiable,
        Map<Contradiction, Long> contradictions,
        BigDecimal moneyLost,
        String currency) {

    public UsageReport {
        contradictions = Map.copyOf(contradictions);
    }

    /** Returns whether the node was found to over-bill. */
    public boolean overbills() {
        return prompt.alarm().isPresent() || completion.alarm().isPresent();
    }

    /** For example {@code over-bills: completions x 1.20, 95 % interval 1.19..1.21, n = 57, 0.0031 USD lost}. */
    @Override
    public String toString() {
        return (overbills() ? "over-bills" : "no over-billing found") + ": prompts x " + prompt.ratio()
                + "; completions x " + completion.ratio() + "; " + Rate.format(moneyLost) + " " + currency + " lost; "
                + unverifiable + " tokens unverifiable";
    }
}
