package network.pokt.mlqos.route;

import network.pokt.mlqos.route.Candidate.Accuracy;

/** Draws what a candidate may be like from what is believed of it. */
final class Thompson {

    private static final double LATENCY_SPREAD = 0.7;

    private Thompson() {}

    static Candidate draw(Candidate known, Draws draws) {
        Candidate.Traffic traffic = new Candidate.Traffic();
        double reliability = beta(known.alpha(), known.beta(), draws);
        traffic.alpha = Math.max(1e-6, reliability);
        traffic.beta = Math.max(1e-6, 1 - reliability);
        double factor = Math.exp(LATENCY_SPREAD * draws.normal() / Math.sqrt(1 + known.firstTokenWeight()));
        known.copyLatency(traffic, factor);
        double accuracy = Math.max(0, Math.min(1, known.accuracyMean() + known.accuracyError() * draws.normal()));
        return new Candidate(
                known.node(),
                known.operator(),
                known.facts(),
                known.profile().orElse(null),
                traffic,
                new Accuracy(accuracy, accuracy, 0));
    }

    private static double beta(double alpha, double beta, Draws draws) {
        double x = gamma(alpha, draws);
        return x / (x + gamma(beta, draws));
    }

    /** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). */
    private static double gamma(double shape, Draws draws) {
        if (shape < 1) {
            return Math.max(1e-300, gamma(shape + 1, draws) * Math.pow(1 - draws.next(), 1 / shape));
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = draws.normal();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - draws.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
