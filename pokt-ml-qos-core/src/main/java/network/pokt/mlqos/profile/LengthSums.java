package network.pokt.mlqos.profile;

/**
 * The sums behind a {@link LengthFit}: least squares of latency on prompt and output length, mergeable and of fixed size.
 * Guarded by its node's lock.
 */
final class LengthSums {

    /** Three unknowns need several times as many answers to be worth anything. */
    private static final int FEWEST = 10;

    /** n, prompt, output, their squares and product, then nanoseconds alone and times each length. */
    private static final int SUMS = 9;

    private static final double SAME = 1e-9;

    private final double[] sums = new double[SUMS];

    void add(double prompt, double output, double nanos) {
        add(new double[] {
            1, prompt, output, prompt * prompt, prompt * output, output * output, nanos, prompt * nanos, output * nanos
        });
    }

    private void add(double[] terms) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] += terms[i];
        }
    }

    void merge(LengthSums other) {
        add(other.sums);
    }

    double[] terms() {
        return sums.clone();
    }

    void addTerms(double[] terms) {
        if (terms.length != SUMS) {
            throw new IllegalArgumentException("a length fit has " + SUMS + " sums, got " + terms.length);
        }
        add(terms);
    }

    /** Returns the fit; a length that never varied or that seems to make answers faster is left out of it. */
    LengthFit fit() {
        double n = sums[0];
        if (n < FEWEST) {
            return LengthFit.UNKNOWN;
        }
        double prompt = sums[1] / n;
        double output = sums[2] / n;
        double nanos = sums[6] / n;
        double pp = sums[3] / n - prompt * prompt;
        double po = sums[4] / n - prompt * output;
        double oo = sums[5] / n - output * output;
        double pt = sums[7] / n - prompt * nanos;
        double ot = sums[8] / n - output * nanos;
        boolean promptVaries = pp > SAME * (1 + prompt * prompt);
        boolean outputVaries = oo > SAME * (1 + output * output);
        double perPrompt = promptVaries ? pt / pp : 0;
        double perOutput = outputVaries ? ot / oo : 0;
        double determinant = pp * oo - po * po;
        if (promptVaries && outputVaries && determinant > SAME * pp * oo) {
            double jointPrompt = (pt * oo - ot * po) / determinant;
            double jointOutput = (ot * pp - pt * po) / determinant;
            if (jointPrompt >= 0 && jointOutput >= 0) {
                perPrompt = jointPrompt;
                perOutput = jointOutput;
            } else if (jointPrompt < 0) {
                perPrompt = 0;
            } else {
                perOutput = 0;
            }
        } else if (promptVaries && outputVaries) {
            perPrompt = 0;
        }
        perPrompt = Math.max(0, perPrompt);
        perOutput = Math.max(0, perOutput);
        return new LengthFit(Math.max(0, nanos - perPrompt * prompt - perOutput * output), perPrompt, perOutput);
    }
}
