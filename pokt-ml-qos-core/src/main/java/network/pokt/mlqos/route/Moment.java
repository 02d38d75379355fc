package network.pokt.mlqos.route;

/** The live scores of a pool held still, so that probabilities are all of the same moment. */
final class Moment implements Picker.View {

    private final Pool pool;
    private final double[] scores;

    Moment(Pool pool) {
        this.pool = pool;
        this.scores = new double[pool.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = pool.liveScore(i);
        }
    }

    /** Makes a candidate worse than all others. */
    void setAside(int index) {
        scores[index] = Double.NEGATIVE_INFINITY;
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public int draw() {
        return pool.draw();
    }

    @Override
    public double liveScore(int index) {
        return scores[index];
    }

    @Override
    public double share(int index) {
        return pool.share(index);
    }
}
