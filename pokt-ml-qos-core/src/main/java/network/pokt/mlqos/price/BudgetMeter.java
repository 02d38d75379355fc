package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enforces a {@link Budget} across calls that run at once. Thread-safe.
 *
 * <p>Each call reserves the most it can honestly cost before it is sent and settles with what it was billed, so the sum of
 * what is spent and what is reserved never exceeds a limit. A bill above the reservation settles at the reservation: it is no
 * honest bill, and the {@link Spend} that a report shows keeps the claim as it was made.
 *
 * <p>Money of different currencies does not add up: where the cost is limited, all rates have the currency of the first.
 */
public final class BudgetMeter {

    private final Budget budget;
    private long relays;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;
    private @Nullable String currency;

    public BudgetMeter(Budget budget) {
        this.budget = budget;
    }

    /** Reserves one relay at the quote's maximum, or returns nothing and reserves nothing. */
    public Optional<Reservation> reserve(Quote quote) {
        return tryReserve(
                        quote.cost().currency(),
                        quote.mostTokens(),
                        quote.cost().maximum())
                ? Optional.of(new Reservation(this, quote))
                : Optional.empty();
    }

    /** Reserves one relay with these token ceilings, or returns false and reserves nothing. */
    public boolean tryReserve(Rate rate, long promptCeiling, long completionCeiling) {
        return tryReserve(
                rate.currency(),
                Math.addExact(promptCeiling, completionCeiling),
                rate.cost(1, promptCeiling, completionCeiling));
    }

    private synchronized boolean tryReserve(String unit, long mostTokens, BigDecimal mostCost) {
        BigDecimal reserved = inOneCurrency(unit, cost.add(mostCost));
        if (relays >= budget.relays().orElse(Long.MAX_VALUE)
                || mostTokens > budget.tokens().orElse(Long.MAX_VALUE) - tokens
                || budget.cost().filter(limit -> reserved.compareTo(limit) > 0).isPresent()) {
            return false;
        }
        relays++;
        tokens += mostTokens;
        cost = reserved;
        return true;
    }

    /** Replaces the reservation of one relay by what it was billed; the relay itself stays spent. */
    public void settle(
            Rate rate, long promptCeiling, long completionCeiling, long promptTokens, long completionTokens) {
        long prompt = promptCeiling - Math.min(promptTokens, promptCeiling);
        long completion = completionCeiling - Math.min(completionTokens, completionCeiling);
        giveBack(0, prompt + completion, rate.cost(0, prompt, completion));
    }

    /** Takes back the reservation of a relay that was never sent. */
    public void release(Rate rate, long promptCeiling, long completionCeiling) {
        giveBack(1, promptCeiling + completionCeiling, rate.cost(1, promptCeiling, completionCeiling));
    }

    synchronized void giveBack(long unsentRelays, long unusedTokens, BigDecimal unusedCost) {
        relays -= unsentRelays;
        tokens -= unusedTokens;
        cost = budget.cost().isPresent() ? cost.subtract(unusedCost) : cost;
    }

    /** Counts what was spent before this meter was made, as when a run is resumed. */
    public synchronized void spentBefore(Rate rate, Spend spend) {
        relays += spend.relays();
        tokens += spend.tokens();
        cost = inOneCurrency(
                rate.currency(), cost.add(rate.cost(spend.relays(), spend.promptTokens(), spend.completionTokens())));
    }

    /** Returns the relays that are spent or reserved now. */
    public synchronized long relays() {
        return relays;
    }

    /** Returns the tokens that are spent or reserved now. */
    public synchronized long tokens() {
        return tokens;
    }

    /** Returns the money that is spent or reserved now; 0 where the cost is not limited. */
    public synchronized BigDecimal cost() {
        return cost;
    }

    /** Returns the amount, or 0 where the cost is not limited and amounts of any currency may come. */
    private BigDecimal inOneCurrency(String unit, BigDecimal amount) {
        if (budget.cost().isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (currency != null && !currency.equals(unit)) {
            throw new IllegalArgumentException("A budget of cost counts in " + currency + " and cannot take a price in "
                    + unit + ", give all rates in one currency.");
        }
        currency = unit;
        return amount;
    }
}
