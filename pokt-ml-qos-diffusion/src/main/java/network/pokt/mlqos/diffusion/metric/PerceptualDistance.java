package network.pokt.mlqos.diffusion.metric;

import java.util.List;

/**
 * How different two pictures look to a network: the arithmetic of LPIPS (Zhang et al. 2018) from the feature maps of its layers,
 * which an extractor of the caller's brings.
 *
 * @param weights the learned weights of each layer, one for each channel
 */
public record PerceptualDistance(List<double[]> weights) {

    /** What LPIPS adds to the length of a vector before it divides by it. */
    private static final double EPSILON = 1e-10;

    /** Copies the weights. */
    public PerceptualDistance {
        weights = weights.stream().map(double[]::clone).toList();
    }

    /**
     * Returns the distance, 0 for equal pictures: at each place the weighted squared difference of unit vectors, averaged over
     * places and summed over layers.
     *
     * @throws IllegalArgumentException if layers, channels or places do not match
     */
    public double between(List<FeatureMap> a, List<FeatureMap> b) {
        if (a.size() != weights.size() || b.size() != weights.size()) {
            throw new IllegalArgumentException("There are weights for " + weights.size() + " layers, but maps of "
                    + a.size() + " and " + b.size() + ".");
        }
        double sum = 0;
        for (int layer = 0; layer < weights.size(); layer++) {
            sum += layer(a.get(layer), b.get(layer), weights.get(layer));
        }
        return sum;
    }

    private static double layer(FeatureMap a, FeatureMap b, double[] weights) {
        if (a.channels() != weights.length || b.channels() != weights.length || a.places() != b.places()) {
            throw new IllegalArgumentException("A layer with " + weights.length + " weights cannot compare "
                    + a.channels() + " channels at " + a.places() + " places with " + b.channels() + " at "
                    + b.places() + ".");
        }
        double sum = 0;
        for (int place = 0; place < a.places(); place++) {
            double lengthA = length(a, place);
            double lengthB = length(b, place);
            for (int c = 0; c < weights.length; c++) {
                double difference = a.at(c, place) / lengthA - b.at(c, place) / lengthB;
                sum += weights[c] * difference * difference;
            }
        }
        return sum / a.places();
    }

    private static double length(FeatureMap map, int place) {
        double square = 0;
        for (int c = 0; c < map.channels(); c++) {
            square += map.at(c, place) * map.at(c, place);
        }
        return Math.sqrt(square) + EPSILON;
    }
}
