package network.pokt.mlqos.profile;

import java.time.Duration;
import java.util.Optional;

/**
 * How a node's latency grows with the lengths of prompt and answer: {@code base + promptTokens x perPromptToken +
 * outputTokens x perOutputToken}, the usual first-order model of prefill and decode.
 *
 * @param baseNanos what an empty answer to an empty prompt takes, in nanoseconds; NaN where the fit is unknown
 * @param perPromptTokenNanos what each prompt token adds, in nanoseconds, 0 or more
 * @param perOutputTokenNanos what each output token adds, in nanoseconds, 0 or more
 */
public record LengthFit(double baseNanos, double perPromptTokenNanos, double perOutputTokenNanos) {

    /** The fit before lengths were seen. */
    public static final LengthFit UNKNOWN = new LengthFit(Double.NaN, 0, 0);

    /** Refuses a time that is negative or infinite. */
    public LengthFit {
        if (baseNanos < 0
                || Double.isInfinite(baseNanos)
                || !(perPromptTokenNanos >= 0 && perPromptTokenNanos < Double.POSITIVE_INFINITY)
                || !(perOutputTokenNanos >= 0 && perOutputTokenNanos < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The times of a fit are finite and not negative, got base " + baseNanos
                    + " ns, per prompt token " + perPromptTokenNanos + " ns, per output token " + perOutputTokenNanos
                    + " ns.");
        }
    }

    /** Returns the time expected for these lengths, empty where the fit is unknown. */
    public Optional<Duration> expected(long promptTokens, long outputTokens) {
        if (promptTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("Lengths cannot be negative, got " + promptTokens + " prompt tokens and "
                    + outputTokens + " output tokens.");
        }
        if (Double.isNaN(baseNanos)) {
            return Optional.empty();
        }
        double nanos = baseNanos + perPromptTokenNanos * promptTokens + perOutputTokenNanos * outputTokens;
        return Optional.of(Duration.ofNanos(Math.round(nanos)));
    }
}
