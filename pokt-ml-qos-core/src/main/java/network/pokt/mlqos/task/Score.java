package network.pokt.mlqos.task;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one sample, in the order of its task's {@linkplain Task#measures() measures}. Immutable. */
public final class Score {

    private final double[] values;

    private Score(double[] values) {
        this.values = values;
    }

    /** Returns a score; every value is finite, since a sample that cannot be judged is a failure and not a number. */
    public static Score of(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A score must be finite, got " + Arrays.toString(values) + ".");
            }
        }
        return new Score(values.clone());
    }

    /** Returns how many values there are. */
    public int size() {
        return values.length;
    }

    /** Returns the value of measure {@code index}. */
    public double value(int index) {
        return values[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score score && Arrays.equals(values, score.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
