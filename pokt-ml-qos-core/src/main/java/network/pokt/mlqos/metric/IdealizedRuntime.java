package network.pokt.mlqos.metric;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long an answer would take on known hardware without contention, from its size alone: HELM's {@code idealized} and
 * {@code denoised} inference runtime.
 *
 * @param promptRuntimes measured times to encode prompts, by their number of tokens, at least one; prompts in between take their
 *     share of the next larger one, longer ones a multiple of the largest
 * @param perOutputToken what each token after the first takes
 * @param overhead what every request takes
 */
public record IdealizedRuntime(Map<Long, Duration> promptRuntimes, Duration perOutputToken, Duration overhead) {

    /** Copies the table and refuses an empty one, or prompts without tokens. */
    public IdealizedRuntime {
        NavigableMap<Long, Duration> sorted = new TreeMap<>(promptRuntimes);
        if (sorted.isEmpty() || sorted.firstKey() < 1) {
            throw new IllegalArgumentException("The prompt runtimes " + promptRuntimes
                    + " are no table, give at least one and only prompts of 1 token or more.");
        }
        promptRuntimes = Collections.unmodifiableNavigableMap(sorted);
    }

    /** Returns the time of an answer of so many tokens to a prompt of so many tokens, neither of them negative. */
    public Duration of(long promptTokens, long outputTokens) {
        if (promptTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("A prompt of " + promptTokens + " and an answer of " + outputTokens
                    + " tokens do not exist, give 0 or more.");
        }
        NavigableMap<Long, Duration> table = new TreeMap<>(promptRuntimes);
        Map.Entry<Long, Duration> larger = table.ceilingEntry(promptTokens);
        Map.Entry<Long, Duration> measured = larger == null ? table.lastEntry() : larger;
        double share = (double) promptTokens / measured.getKey();
        Duration prompt = Duration.ofNanos(Math.round(measured.getValue().toNanos() * share));
        return overhead.plus(prompt).plus(perOutputToken.multipliedBy(Math.max(0, outputTokens - 1)));
    }
}
