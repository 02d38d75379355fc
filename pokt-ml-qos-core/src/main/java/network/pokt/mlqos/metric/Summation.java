package network.pokt.mlqos.metric;

/**
 * How Python's {@code sum} adds floating point numbers, which decides about the last digit of a mean.
 *
 * <p>Of zeros and ones, and of any whole numbers, all sums are exact and equal. lm-evaluation-harness has no way of its own: its
 * results differ in the last digit between Python versions.
 */
public enum Summation {
    /** One after the other, as up to Python 3.11. */
    LEFT_TO_RIGHT {
        @Override
        RunningSum start() {
            return new PlainSum();
        }
    },

    /**
     * One after the other with a correction for what rounding lost (A. Neumaier, ZAMM 54, 1974), as from Python 3.12 on.
     */
    COMPENSATED {
        @Override
        RunningSum start() {
            return new CompensatedSum();
        }
    };

    abstract RunningSum start();

    /** Returns the sum of {@code values}, zero if there are none. */
    public double sum(double... values) {
        RunningSum sum = start();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    private static final class PlainSum implements RunningSum {
        private double sum;

        @Override
        public void add(double value) {
            sum += value;
        }

        @Override
        public double value() {
            return sum;
        }
    }

    private static final class CompensatedSum implements RunningSum {
        private double sum;
        private double lost;

        @Override
        public void add(double value) {
            double next = sum + value;
            if (Math.abs(sum) >= Math.abs(value)) {
                lost += (sum - next) + value;
            } else {
                lost += (value - next) + sum;
            }
            sum = next;
        }

        /** An infinite sum has lost nothing that could be told. */
        @Override
        public double value() {
            return Double.isFinite(lost) ? sum + lost : sum;
        }
    }
}
