package network.pokt.mlqos.route;

/** Draws two and takes the better one; of equals, the one that was drawn first. */
final class PowerOfTwo implements Picker {

    @Override
    public int pick(View view) {
        int first = view.draw();
        int second = view.draw();
        return view.liveScore(second) > view.liveScore(first) ? second : first;
    }

    @Override
    public double probability(View view, int index) {
        double own = view.share(index);
        double score = view.liveScore(index);
        double beaten = 0;
        double equal = 0;
        for (int i = 0; i < view.size(); i++) {
            double other = view.liveScore(i);
            if (i != index && other < score) {
                beaten += view.share(i);
            } else if (i != index && other == score) {
                equal += view.share(i);
            }
        }
        return own * (own + 2 * beaten + equal);
    }
}
