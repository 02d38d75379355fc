package network.pokt.mlqos.route;

/** Draws one node from the weighted candidates of a pool. Implementations are thread-safe and make no garbage. */
@FunctionalInterface
public interface Picker {

    /** Returns the index of the node that is drawn, from 0 to {@code view.size() - 1}. */
    int pick(View view);

    /** Returns the probability with which {@link #pick} takes a candidate, NaN if the picker does not tell. */
    default double probability(View view, int index) {
        return Double.NaN;
    }

    /** The candidates of one decision. */
    interface View {

        /** Returns how many candidates there are, at least 1. */
        int size();

        /** Returns an index, drawn with the weights. */
        int draw();

        /** Returns the score of a candidate at what is in flight there at this moment; higher is better. */
        double liveScore(int index);

        /** Returns the chance of a candidate to be drawn. */
        double share(int index);
    }

    /**
     * The better of two that are drawn with the weights (Mitzenmacher, "The power of two choices in randomized load balancing",
     * IEEE TPDS 12, 2001).
     */
    static Picker powerOfTwo() {
        return bestOf(2);
    }

    /**
     * The best of so many that are drawn with the weights, with replacement. The more, the closer to the best node there is, and
     * the more do gateways that know nothing of each other agree on it.
     *
     * @param draws how many, at least 1
     */
    static Picker bestOf(int draws) {
        return new BestOf(draws);
    }

    /** One that is drawn with the weights. */
    static Picker weighted() {
        return new Picker() {
            @Override
            public int pick(View view) {
                return view.draw();
            }

            @Override
            public double probability(View view, int index) {
                return view.share(index);
            }
        };
    }
}
