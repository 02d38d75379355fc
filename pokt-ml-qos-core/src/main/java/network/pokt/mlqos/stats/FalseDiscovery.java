package network.pokt.mlqos.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many hypotheses to reject so that, on average, at most a given share of the rejected ones is true.
 *
 * <p>One alarm in a hundred nodes may be chance; twenty alarms of which one may be chance is a list to act on.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Returns which hypotheses fall by their p-values.
     *
     * <p>The share holds for p-values that are independent or positively dependent. Source: Benjamini and Hochberg,
     * "Controlling the false discovery rate", JRSS B 57 (1995).
     *
     * @param pValues within 0 to 1
     * @param rate the accepted share of false rejections, strictly between 0 and 1
     * @return for each hypothesis, in the order given, whether it is rejected
     */
    public static boolean[] benjaminiHochberg(double[] pValues, double rate) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "p-value " + p + " is not a probability: give a number within 0 to 1");
            }
        }
        return steppingUp(pValues, ErrorRate.require(rate));
    }

    /**
     * Returns which hypotheses fall by their e-values, whatever the dependence between them.
     *
     * <p>Source: Wang and Ramdas, "False discovery rate control with e-values", JRSS B 84 (2022): the e-BH procedure.
     *
     * @param eValues at least 0, each expected to be at most 1 while its hypothesis holds; infinity rejects
     * @param rate the accepted share of false rejections, strictly between 0 and 1
     * @return for each hypothesis, in the order given, whether it is rejected
     */
    public static boolean[] eBenjaminiHochberg(double[] eValues, double rate) {
        double[] inverses = new double[eValues.length];
        for (int i = 0; i < eValues.length; i++) {
            if (!(eValues[i] >= 0)) {
                throw new IllegalArgumentException("e-value " + eValues[i] + " cannot be: give a number of at least 0");
            }
            inverses[i] = 1 / eValues[i];
        }
        return steppingUp(inverses, ErrorRate.require(rate));
    }

    private static boolean[] steppingUp(double[] values, double rate) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int rejected = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            if (values[order[rank - 1]] <= rate * rank / order.length) {
                rejected = rank;
            }
        }
        boolean[] rejects = new boolean[values.length];
        Arrays.stream(order, 0, rejected).forEach(i -> rejects[i] = true);
        return rejects;
    }
}
