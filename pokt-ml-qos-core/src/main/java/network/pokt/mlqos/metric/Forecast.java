package network.pokt.mlqos.metric;

import java.util.List;

/**
 * How probable a model held each choice, and which was right.
 *
 * @param gold the place of the right choice
 * @param probabilities one for each choice; nothing demands that they add to one
 */
public record Forecast(int gold, List<Double> probabilities) {

    /** Copies the probabilities and refuses a right choice that is none of them. */
    public Forecast {
        probabilities = List.copyOf(probabilities);
        if (gold < 0 || gold >= probabilities.size()) {
            throw new IllegalArgumentException("The right choice " + gold + " is none of the " + probabilities.size()
                    + " choices, give its place from 0.");
        }
    }

    /** Returns the squared distance to a forecast that gives all to the right choice, 0 to 2 for probabilities that add to 1. */
    public double squaredError() {
        double[] squares = new double[probabilities.size()];
        for (int i = 0; i < squares.length; i++) {
            double error = probabilities.get(i) - (i == gold ? 1 : 0);
            squares[i] = error * error;
        }
        return PairwiseSum.of(squares);
    }
}
