package network.pokt.mlqos.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a node charges.
 *
 * @param currency the unit of the amounts, such as {@code USD} or {@code uPOKT}
 * @param perRelay the price of one relay, whatever it carries
 * @param perMillionPromptTokens the price of a million tokens read
 * @param perMillionCompletionTokens the price of a million tokens written
 */
public record Rate(
        String currency,
        BigDecimal perRelay,
        BigDecimal perMillionPromptTokens,
        BigDecimal perMillionCompletionTokens) {

    public Rate {
        if (perRelay.signum() < 0 || perMillionPromptTokens.signum() < 0 || perMillionCompletionTokens.signum() < 0) {
            throw new IllegalArgumentException("A price cannot be negative, got " + perRelay + ", "
                    + perMillionPromptTokens + " and " + perMillionCompletionTokens + " " + currency + ".");
        }
    }

    /** Returns a rate of zero. */
    public static Rate free(String currency) {
        return new Rate(currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Returns a rate per token alone. */
    public static Rate perMillionTokens(String currency, String prompt, String completion) {
        return new Rate(currency, BigDecimal.ZERO, new BigDecimal(prompt), new BigDecimal(completion));
    }

    /** Returns the exact cost of {@code relays} that read and wrote so many tokens in all. */
    public BigDecimal cost(long relays, long promptTokens, long completionTokens) {
        BigDecimal tokens = perMillionPromptTokens
                .multiply(BigDecimal.valueOf(promptTokens))
                .add(perMillionCompletionTokens.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(6);
        return perRelay.multiply(BigDecimal.valueOf(relays)).add(tokens);
    }

    /** Returns an amount as people read it: four significant digits, no exponent. */
    public static String format(BigDecimal amount) {
        return amount.round(new MathContext(4, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
