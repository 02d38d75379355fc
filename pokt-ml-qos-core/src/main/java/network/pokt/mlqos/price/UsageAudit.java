package network.pokt.mlqos.price;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds out whether one node bills tokens that were never there, and what that cost. Thread-safe.
 *
 * <p>After each answer the claim is set against the count; the evidence that the node bills more than is tolerated (by default
 * 2 % and 2 tokens an answer) is weighed by a test that may be read after every answer. A node that stays within what is
 * tolerated is accused with a probability of at most 1 % per year of watching, whether it answers once an hour or a thousand
 * times a second, and however its claims scatter; a node that begins to pad after years of honesty is found nearly as soon as
 * one that always did. {@link network.pokt.mlqos.stats.ChangeEvidence} has the guarantee and its source.
 *
 * <p>"Within what is tolerated" means on average: the expected excess of a claim over the tolerated tokens, as a share of
 * these (or of 128 tokens for shorter texts, so that one token on three does not weigh like a third of a long answer), is not
 * above 0. A claim more than a tenth below counts as a tenth, so that one generous answer does not pay for many padded ones.
 *
 * <p>An accusation stays. To watch a node that mended its ways, begin another audit.
 *
 * <p>What cannot be seen: hidden reasoning (kept apart as unverifiable), padding within the tolerance, and a node that really
 * writes more tokens than the model would.
 *
 * <pre>{@code
 * UsageAudit audit = new UsageAudit(price.rate());
 * audit.add(recount.check(request, answer), time.now());
 * audit.report().overbills();
 * }</pre>
 */
public final class UsageAudit {

    private final Rate rate;
    private final BillAudit prompts;
    private final BillAudit completions;
    private final Map<Contradiction, Long> contradictions = new EnumMap<>(Contradiction.class);
    private long answers;
    private long unverifiable;

    /** Begins the audit of a node with this price and the default tolerance. */
    public UsageAudit(Rate rate) {
        this(rate, UsageTolerance.DEFAULT);
    }

    /** Begins the audit of a node with this price. */
    public UsageAudit(Rate rate, UsageTolerance tolerance) {
        this.rate = rate;
        this.prompts = new BillAudit(tolerance, tolerance.falseAlarmsPerYear() / 2);
        this.completions = new BillAudit(tolerance, tolerance.falseAlarmsPerYear() / 2);
    }

    /** Takes the check of one more answer, which was complete at {@code at}. */
    public synchronized void add(UsageCheck check, Instant at) {
        answers++;
        unverifiable = Math.addExact(unverifiable, check.unverifiable());
        check.prompt().ifPresent(claim -> prompts.add(claim, at));
        check.completion().ifPresent(claim -> completions.add(claim, at));
        check.contradictions().forEach(kind -> contradictions.merge(kind, 1L, Long::sum));
    }

    /** Returns what is known by now. */
    public synchronized UsageReport report() {
        return new UsageReport(
                answers,
                prompts.report(),
                completions.report(),
                unverifiable,
                contradictions,
                rate.cost(0, prompts.excess(), completions.excess()),
                rate.currency());
    }

    /** Returns whether the node was found to over-bill, without the cost of a report. */
    public synchronized boolean overbills() {
        return prompts.alarmed() || completions.alarmed();
    }
}
