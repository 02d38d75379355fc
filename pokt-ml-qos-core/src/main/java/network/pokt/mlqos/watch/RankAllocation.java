package network.pokt.mlqos.watch;

import java.util.Comparator;
import java.util.stream.IntStream;
import network.pokt.mlqos.stats.Estimate;

/** Samples for those that cannot be told from a neighbour in the ranking; n log n in the number of nodes. */
record RankAllocation(Turning turning) implements Allocation {

    @Override
    public double[] urgencies(Estimate[] accuracies) {
        double[] means = new double[accuracies.length];
        for (int node = 0; node < means.length; node++) {
            means[node] = Turning.smoothed(accuracies[node]);
        }
        int[] order = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> means[node]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] urgencies = new double[means.length];
        for (int place = 1; place < order.length; place++) {
            int worse = order[place - 1];
            int better = order[place];
            double distance = means[better] - means[worse];
            double squaredError = Turning.squaredError(accuracies[worse]) + Turning.squaredError(accuracies[better]);
            if (!turning.settled(distance, squaredError)) {
                for (int node : new int[] {worse, better}) {
                    urgencies[node] = Math.max(urgencies[node], turning.urgency(accuracies[node], distance));
                }
            }
        }
        return urgencies;
    }
}
