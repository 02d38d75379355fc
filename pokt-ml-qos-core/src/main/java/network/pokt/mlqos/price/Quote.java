package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.util.Optional;
import network.pokt.mlqos.inference.TokenUsage;

/**
 * What a call will cost, told before it is sent.
 *
 * <p>The maximum is a bound, not a guess: no honest bill is above it, given the limits that the quote was made with. {@link
 * BudgetMeter#reserve} sets it aside.
 *
 * @param price what the service charges
 * @param promptTokens the tokens of the prompt
 * @param promptExact whether they were counted; if not, they were estimated and the range is the estimate's band
 * @param completionTokens the tokens of the answers, all choices together
 * @param cost what the call costs in the service's currency
 * @param computeUnits what the call is worth in compute units, if the service declares any
 */
public record Quote(
        ModelPrice price,
        CountRange promptTokens,
        boolean promptExact,
        CountRange completionTokens,
        CostRange cost,
        Optional<CountRange> computeUnits) {

    /** Returns a quote for these tokens at this price. */
    static Quote of(
            ModelPrice price,
            CountRange promptTokens,
            boolean promptExact,
            CountRange completionTokens,
            Optional<ComputeUnits> units) {
        Rate usual = price.rate(promptTokens.likely());
        BigDecimal expected = usual.cost(1, promptTokens.likely(), completionTokens.likely());
        BigDecimal minimum = expected;
        BigDecimal maximum = expected;
        for (Rate rate : price.rates(promptTokens.least(), promptTokens.most())) {
            minimum = minimum.min(rate.cost(1, promptTokens.least(), completionTokens.least()));
            maximum = maximum.max(rate.cost(1, promptTokens.most(), completionTokens.most()));
        }
        CostRange cost = new CostRange(usual.currency(), minimum, expected, maximum);
        return new Quote(
                price,
                promptTokens,
                promptExact,
                completionTokens,
                cost,
                units.map(unit -> new CountRange(
                        unit.of(promptTokens.least(), completionTokens.least()),
                        unit.of(promptTokens.likely(), completionTokens.likely()),
                        unit.of(promptTokens.most(), completionTokens.most()))));
    }

    /** Returns the most tokens that the call can be billed, prompt and answers together. */
    public long mostTokens() {
        return Math.addExact(promptTokens.most(), completionTokens.most());
    }

    /** Returns what a bill comes to at this price, whether the quote allows it or not. */
    public BigDecimal costOf(TokenUsage usage) {
        return price.rate(usage.promptTokens()).cost(1, usage.promptTokens(), usage.completionTokens());
    }

    /** For example {@code 812 prompt tokens (counted), 0..256, about 211 completion tokens: 0.0012..0.0052 USD, about 0.0031}. */
    @Override
    public String toString() {
        return promptTokens + " prompt tokens (" + (promptExact ? "counted" : "estimated") + "), " + completionTokens
                + " completion tokens: " + cost
                + computeUnits.map(units -> ", " + units + " compute units").orElse("");
    }
}
