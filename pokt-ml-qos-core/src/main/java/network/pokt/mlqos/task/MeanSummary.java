package network.pokt.mlqos.task;

import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Moments;

/** The mean of numbers, without keeping them. */
enum MeanSummary implements Summary {
    MEAN;

    @Override
    public Gathered gather() {
        return new Numbers();
    }

    @Override
    public String toString() {
        return "mean";
    }

    private static final class Numbers implements Gathered {

        private final Moments moments = new Moments();
        private long undefined;

        @Override
        public void add(int sample, Object item) {
            double value = item instanceof Boolean truth ? (truth ? 1 : 0) : number(sample, item);
            if (Double.isFinite(value)) {
                moments.add(value);
            } else {
                undefined++;
            }
        }

        private static double number(int sample, Object item) {
            if (item instanceof Number number) {
                return number.doubleValue();
            }
            throw new IllegalArgumentException("A mean is of numbers, but sample " + sample + " has " + item + ".");
        }

        @Override
        public Estimate estimate() {
            return undefined == 0 ? Estimate.ofMean(moments) : Estimate.undefined(moments.count() + undefined);
        }

        /** A failure counts as 0 in shares; no value would be the wrong one in measures that are none. */
        @Override
        public Estimate estimateWithFailures(long failures) {
            boolean noShares = moments.count() > 0 && (moments.min() < 0 || moments.max() > 1);
            if (undefined > 0 || noShares) {
                return Estimate.none();
            }
            Moments all = new Moments();
            all.merge(moments);
            for (long i = 0; i < failures; i++) {
                all.add(0);
            }
            return Estimate.ofMean(all);
        }
    }
}
