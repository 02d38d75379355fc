package network.pokt.mlqos.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.transport.FaultCause;

/** How a sample ended: with values, or with a reason why there are none. */
public sealed interface Finding {

    /**
     * The sample was answered and judged.
     *
     * @param values the value of each measure by its name, the one that is ranked by first; finite, at most
     *     {@value #MOST_VALUES}, and none for a task whose measures are no numbers of single samples
     */
    record Scored(Map<String, Double> values) implements Finding {

        /** More measures than any task of a public benchmark has for one sample. */
        public static final int MOST_VALUES = 64;

        public Scored {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            if (values.size() > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "A sample has at most " + MOST_VALUES + " values, got " + values.size() + ".");
            }
            values.forEach((measure, value) -> {
                Texts.check("measure", measure);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("The value of " + measure + " must be finite, got " + value
                            + "; leave it out if it is undefined.");
                }
            });
        }
    }

    /**
     * The sample ended in a failure, after all attempts.
     *
     * @param cause why
     */
    record Failed(FaultCause cause) implements Finding {}
}
