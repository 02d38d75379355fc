package network.pokt.mlqos.lmeh.config;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run changes in its tasks. Immutable.
 *
 * <p>{@code num_fewshot} holds for every task that does not say 0 itself; {@code gen_kwargs} is merged, key by key, into
 * {@code generation_kwargs} of the tasks that generate.
 */
public final class RunOverrides {

    private static final RunOverrides NONE = new RunOverrides(null, Map.of());

    private final @Nullable Integer numFewShot;
    private final Map<String, @Nullable Object> generation;

    private RunOverrides(@Nullable Integer numFewShot, Map<String, @Nullable Object> generation) {
        this.numFewShot = numFewShot;
        this.generation = generation;
    }

    /** Returns overrides that change nothing but a missing number of examples, which becomes 0. */
    public static RunOverrides none() {
        return NONE;
    }

    /** Returns these overrides with a number of examples, from 0. */
    public RunOverrides numFewShot(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("The number of examples is " + count + "; it must be at least 0.");
        }
        return new RunOverrides(count, generation);
    }

    /** Returns these overrides with arguments of generation, such as {@code temperature}, by the names of task files. */
    public RunOverrides generation(Map<String, ? extends @Nullable Object> arguments) {
        return new RunOverrides(numFewShot, new Fields(arguments, "gen_kwargs").without(Set.of()));
    }

    public OptionalInt numFewShot() {
        return numFewShot == null ? OptionalInt.empty() : OptionalInt.of(numFewShot);
    }

    public Map<String, @Nullable Object> generation() {
        return generation;
    }
}
