package network.pokt.mlqos.diffusion.metric;

/**
 * What one layer of a network makes of a picture: a vector at each place.
 */
public final class FeatureMap {

    private final int channels;
    private final int places;
    private final double[] values;

    /**
     * Takes a copy of the values.
     *
     * @param channels the length of the vectors
     * @param places how many places there are
     * @param values channel by channel, each over all places
     * @throws IllegalArgumentException if there are not as many values as channels and places
     */
    public FeatureMap(int channels, int places, double[] values) {
        this.channels = channels;
        this.places = places;
        this.values = values.clone();
        if (channels < 1 || places < 1 || values.length != (long) channels * places) {
            throw new IllegalArgumentException("A map of " + channels + " channels at " + places + " places has "
                    + values.length + " values, give one for each.");
        }
    }

    /** Returns the length of the vectors. */
    public int channels() {
        return channels;
    }

    /** Returns how many places there are. */
    public int places() {
        return places;
    }

    double at(int channel, int place) {
        return values[channel * places + place];
    }
}
