package network.pokt.mlqos.route;

/** Draws some and takes the best of them; of equals, the one that was drawn first. */
final class BestOf implements Picker {

    private final int draws;

    BestOf(int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException("A pick needs at least 1 draw, got " + draws + ".");
        }
        this.draws = draws;
    }

    @Override
    public int pick(View view) {
        int best = view.draw();
        double most = view.liveScore(best);
        for (int i = 1; i < draws; i++) {
            int drawn = view.draw();
            double score = drawn == best ? most : view.liveScore(drawn);
            if (score > most) {
                best = drawn;
                most = score;
            }
        }
        return best;
    }

    /** All draws have to be of those that are no better, and not all of those that are worse. */
    @Override
    public double probability(View view, int index) {
        double score = view.liveScore(index);
        double worse = 0;
        double equal = 0;
        for (int i = 0; i < view.size(); i++) {
            double other = view.liveScore(i);
            if (other < score) {
                worse += view.share(i);
            } else if (i == index || other == score) {
                equal += view.share(i);
            }
        }
        return equal == 0 ? 0 : view.share(index) / equal * (Math.pow(worse + equal, draws) - Math.pow(worse, draws));
    }
}
