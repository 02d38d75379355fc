package network.pokt.mlqos.lmeh.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A suite's number and those of its parts, from 0, which is guessing, to 100.
 *
 * @param total the mean of the parts
 * @param parts the number of each part by its name, in the suite's order
 */
public record SuiteScore(Value total, Map<String, Value> parts) {

    static final double PERFECT = 100;

    public SuiteScore {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** A number with its standard error, NaN where that is unknown. */
    public record Value(double value, double standardError) {

        /** Returns the mean of independent numbers. */
        static Value mean(List<Value> values) {
            double sum = 0;
            double variance = 0;
            for (Value each : values) {
                sum += each.value;
                variance += each.standardError * each.standardError;
            }
            return new Value(sum / values.size(), Math.sqrt(variance) / values.size());
        }
    }

    /** Returns the suite's number. */
    public double value() {
        return total.value();
    }
}
