package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be spent: relays, tokens, money, each optional. Immutable; a {@link BudgetMeter} enforces it.
 *
 * <p>Limits hold for a whole run including retries, and including what an interrupted run had spent before it was resumed.
 */
public final class Budget {

    private static final Budget UNLIMITED = builder().build();

    private final @Nullable Long relays;
    private final @Nullable Long tokens;
    private final @Nullable BigDecimal cost;

    private Budget(Builder builder) {
        this.relays = builder.relays;
        this.tokens = builder.tokens;
        this.cost = builder.cost;
    }

    /** Returns a budget without any limit. */
    public static Budget unlimited() {
        return UNLIMITED;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the most relays to send, if limited. */
    public OptionalLong relays() {
        return relays == null ? OptionalLong.empty() : OptionalLong.of(relays);
    }

    /** Returns the most tokens to be billed for, prompt and completion together, if limited. */
    public OptionalLong tokens() {
        return tokens == null ? OptionalLong.empty() : OptionalLong.of(tokens);
    }

    /** Returns the most money to spend, in the currency of the rates, if limited. */
    public Optional<BigDecimal> cost() {
        return Optional.ofNullable(cost);
    }

    /** Collects limits. Not thread-safe. */
    public static final class Builder {

        private @Nullable Long relays;
        private @Nullable Long tokens;
        private @Nullable BigDecimal cost;

        private Builder() {}

        public Builder relays(long relays) {
            this.relays = positive("relays", relays);
            return this;
        }

        public Builder tokens(long tokens) {
            this.tokens = positive("tokens", tokens);
            return this;
        }

        public Builder cost(BigDecimal cost) {
            if (cost.signum() <= 0) {
                throw new IllegalArgumentException(
                        "A budget of cost must be above 0, got " + cost + "; leave it out for no limit.");
            }
            this.cost = cost;
            return this;
        }

        public Budget build() {
            return new Budget(this);
        }

        private static long positive(String what, long limit) {
            if (limit <= 0) {
                throw new IllegalArgumentException(
                        "A budget of " + what + " must be at least 1, got " + limit + "; leave it out for no limit.");
            }
            return limit;
        }
    }
}
