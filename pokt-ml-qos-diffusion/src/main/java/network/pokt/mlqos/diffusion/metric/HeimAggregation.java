package network.pokt.mlqos.diffusion.metric;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How HEIM makes one number of several trials, variants and images of a prompt. */
public final class HeimAggregation {

    private HeimAggregation() {}

    /**
     * Returns the {@code denoised_runtime}: of each prompt the fastest of its trials, and of these the mean.
     *
     * @throws IllegalArgumentException if there is no prompt, or one without a trial
     */
    public static Duration denoisedRuntime(List<? extends Collection<Duration>> trialsOfPrompts) {
        if (trialsOfPrompts.isEmpty() || trialsOfPrompts.stream().anyMatch(Collection::isEmpty)) {
            throw new IllegalArgumentException("A runtime needs at least one prompt and one trial of each.");
        }
        double nanos = trialsOfPrompts.stream()
                .mapToLong(trials -> trials.stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toNanos())
                .average()
                .orElseThrow();
        return Duration.ofNanos(Math.round(nanos));
    }

    /**
     * Returns the worst case: of each prompt the smallest value over itself and its perturbed variants, and of these the mean.
     *
     * <p>HEIM takes the smallest also of metrics of which less is better; so does this.
     *
     * @throws IllegalArgumentException if there is no prompt, or one without a value
     */
    public static double worstCase(List<? extends Collection<Double>> valuesOfPrompts) {
        if (valuesOfPrompts.isEmpty() || valuesOfPrompts.stream().anyMatch(Collection::isEmpty)) {
            throw new IllegalArgumentException("A worst case needs at least one prompt and one value of each.");
        }
        return valuesOfPrompts.stream()
                .mapToDouble(values ->
                        values.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
                .average()
                .orElseThrow();
    }

    /** Returns the mean over values that are numbers, empty if none is: how HEIM drops UIQI and fractal dimension. */
    public static OptionalDouble meanOfNumbers(Collection<Double> values) {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .average();
    }

    /** Returns the share of images of which something is true, such as being black; 0 without an image. */
    public static double fraction(Collection<Boolean> verdicts) {
        return verdicts.stream().mapToInt(verdict -> verdict ? 1 : 0).average().orElse(0);
    }
}
