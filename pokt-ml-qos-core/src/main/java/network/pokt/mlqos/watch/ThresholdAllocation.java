package network.pokt.mlqos.watch;

import network.pokt.mlqos.stats.Estimate;

/** Samples for those whose place above or below a threshold is open. */
record ThresholdAllocation(double threshold, Turning turning) implements Allocation {

    @Override
    public double[] urgencies(Estimate[] accuracies) {
        double[] urgencies = new double[accuracies.length];
        for (int node = 0; node < accuracies.length; node++) {
            Estimate accuracy = accuracies[node];
            double distance = Turning.smoothed(accuracy) - threshold;
            if (!turning.settled(distance, Turning.squaredError(accuracy))) {
                urgencies[node] = turning.urgency(accuracy, distance);
            }
        }
        return urgencies;
    }
}
