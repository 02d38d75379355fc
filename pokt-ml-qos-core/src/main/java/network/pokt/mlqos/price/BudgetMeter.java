package network.pokt.mlqos.price;

import java.math.BigDecimal;

/**
 * Enforces a {@link Budget} across calls that run at once. Thread-safe.
 *
 * <p>Each call reserves the most it can honestly cost before it is sent and settles with what it was billed, so the sum of
 * what is spent and what is reserved never exceeds a limit. A bill above the reservation settles at the reservation: it is no
 * honest bill, and the {@link Spend} that a report shows keeps the claim as it was made.
 */
public final class BudgetMeter {

    private final Budget budget;
    private long relays;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;

    public BudgetMeter(Budget budget) {
        this.budget = budget;
    }

    /** Reserves one relay with these token ceilings, or returns false and reserves nothing. */
    public synchronized boolean tryReserve(Rate rate, long promptCeiling, long completionCeiling) {
        long ceiling = Math.addExact(promptCeiling, completionCeiling);
        if (relays + 1 > budget.relays().orElse(Long.MAX_VALUE)
                || ceiling > budget.tokens().orElse(Long.MAX_VALUE) - tokens) {
            return false;
        }
        if (budget.cost().isPresent()) {
            BigDecimal reserved = cost.add(rate.cost(1, promptCeiling, completionCeiling));
            if (reserved.compareTo(budget.cost().get()) > 0) {
                return false;
            }
            cost = reserved;
        }
        relays++;
        tokens += ceiling;
        return true;
    }

    /** Replaces the reservation of one relay by what it was billed; the relay itself stays spent. */
    public synchronized void settle(
            Rate rate, long promptCeiling, long completionCeiling, long promptTokens, long completionTokens) {
        long prompt = Math.min(promptTokens, promptCeiling);
        long completion = Math.min(completionTokens, completionCeiling);
        tokens -= promptCeiling + completionCeiling - prompt - completion;
        if (budget.cost().isPresent()) {
            cost = cost.subtract(rate.cost(0, promptCeiling - prompt, completionCeiling - completion));
        }
    }

    /** Takes back the reservation of a relay that was never sent. */
    public synchronized void release(Rate rate, long promptCeiling, long completionCeiling) {
        settle(rate, promptCeiling, completionCeiling, 0, 0);
        relays--;
        if (budget.cost().isPresent()) {
            cost = cost.subtract(rate.perRelay());
        }
    }

    /** Counts what was spent before this meter was made, as when a run is resumed. */
    public synchronized void spentBefore(Rate rate, Spend spend) {
        relays += spend.relays();
        tokens += spend.tokens();
        cost = cost.add(rate.cost(spend.relays(), spend.promptTokens(), spend.completionTokens()));
    }
}
