package network.pokt.mlqos.diffusion.metric;

/**
 * What one layer of a network makes of a picture: a vector at each place.
 *
 * @param channels the length of the vectors
 * @param places how many places there are
 * @param values channel by channel, each over all places
 */
public record FeatureMap(int channels, int places, double[] values) {

    /** Copies the values and refuses another number of them. */
    public FeatureMap {
        values = values.clone();
        if (channels < 1 || places < 1 || values.length != (long) channels * places) {
            throw new IllegalArgumentException("A map of " + channels + " channels at " + places + " places has "
                    + values.length + " values, give one for each.");
        }
    }

    /** Returns a copy of the values. */
    @Override
    public double[] values() {
        return values.clone();
    }

    double at(int channel, int place) {
        return values[channel * places + place];
    }
}
