package network.pokt.mlqos.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.price.Budget;

/**
 * What may still be spent in the 60 minutes up to now. What was handed out counts as spent until it is settled, so errands that
 * run at once cannot spend the same twice. Guarded by the watcher's lock.
 */
final class HourlyAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Digits of a share of money; whatever is lost by rounding down is handed out next. */
    private static final int SCALE = 18;

    private final Budget perHour;
    private final Deque<Entry> spent = new ArrayDeque<>();
    private final List<Grant> out = new ArrayList<>();

    HourlyAllowance(Budget perHour) {
        this.perHour = perHour;
    }

    /** Hands out one of so many equal parts of what is left; empty if nothing is. */
    Optional<Grant> take(int parts, Instant now) {
        Amount left = left(now);
        if (left.relays() < 1 || left.tokens() < 1 || left.cost().signum() <= 0) {
            return Optional.empty();
        }
        Grant grant = new Grant(left.part(parts), perHour);
        out.add(grant);
        return Optional.of(grant);
    }

    /** Returns how many relays are left, whatever they cost. */
    long relaysLeft(Instant now) {
        Amount left = left(now);
        return left.tokens() < 1 || left.cost().signum() <= 0 ? 0 : Math.max(0, left.relays());
    }

    /** Takes a grant back and counts what was really spent. */
    void settle(Grant grant, Amount real, Instant now) {
        out.remove(grant);
        spent.add(new Entry(now, real));
    }

    private Amount left(Instant now) {
        Instant hourAgo = now.minus(HOUR);
        while (!spent.isEmpty() && !spent.peek().at().isAfter(hourAgo)) {
            spent.remove();
        }
        Amount left = new Amount(
                perHour.relays().orElse(Long.MAX_VALUE),
                perHour.tokens().orElse(Long.MAX_VALUE),
                perHour.cost().orElse(BigDecimal.ONE));
        for (Entry entry : spent) {
            left = left.minus(entry.amount(), perHour);
        }
        for (Grant grant : out) {
            left = left.minus(grant.amount(), perHour);
        }
        return left;
    }

    /** An amount in all three measures. */
    record Amount(long relays, long tokens, BigDecimal cost) {

        Amount minus(Amount other, Budget limits) {
            return new Amount(
                    limits.relays().isPresent() ? relays - other.relays : relays,
                    limits.tokens().isPresent() ? tokens - other.tokens : tokens,
                    limits.cost().isPresent() ? cost.subtract(other.cost) : cost);
        }

        Amount part(int parts) {
            return new Amount(
                    Math.max(1, relays / parts),
                    Math.max(1, tokens / parts),
                    cost.divide(BigDecimal.valueOf(parts), SCALE, RoundingMode.DOWN)
                            .max(BigDecimal.ONE.movePointLeft(SCALE)));
        }
    }

    /** A part that was handed out. Compared by identity. */
    static final class Grant {

        private final Amount amount;
        private final Budget limits;

        Grant(Amount amount, Budget limits) {
            this.amount = amount;
            this.limits = limits;
        }

        Amount amount() {
            return amount;
        }

        /** Returns it as the budget of a run, limited in what the hour is limited in. */
        Budget budget() {
            Budget.Builder budget = Budget.builder();
            if (limits.relays().isPresent()) {
                budget.relays(amount.relays());
            }
            if (limits.tokens().isPresent()) {
                budget.tokens(amount.tokens());
            }
            if (limits.cost().isPresent()) {
                budget.cost(amount.cost());
            }
            return budget.build();
        }
    }

    private record Entry(Instant at, Amount amount) {}
}
