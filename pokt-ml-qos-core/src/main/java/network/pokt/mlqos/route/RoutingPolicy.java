package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes one node better than another: a sum of terms, and how strictly the better one is preferred. Immutable and
 * thread-safe.
 *
 * <p>A candidate with score s is drawn with weight {@code exp((s - best) / temperature)}, so a node's chance against another
 * depends on these two alone: who else is in the pool does not change their order, as it does where scores are normalised over
 * the pool.
 */
public final class RoutingPolicy {

    private static final double LEAST_FACTOR = 1e-6;

    private final String name;
    private final List<ScoreTerm> terms;
    private final double temperature;
    private final ScoreTerm.Value loadCost;

    private RoutingPolicy(String name, List<ScoreTerm> terms, double temperature, ScoreTerm.Value loadCost) {
        this.name = name;
        this.terms = List.copyOf(terms);
        this.temperature = temperature;
        this.loadCost = loadCost;
    }

    /**
     * Returns a policy of one's own.
     *
     * @param temperature the difference of scores at which the better node is e times as likely to be drawn; above 0
     * @param loadCost by how much a score falls with each relay more in flight, at least 0
     * @param terms what scores are made of
     */
    public static RoutingPolicy of(String name, double temperature, ScoreTerm.Value loadCost, ScoreTerm... terms) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("The temperature of policy " + name + " must be above 0, got "
                    + temperature + "; take a very small one to prefer the best strictly.");
        }
        return new RoutingPolicy(name, List.of(terms), temperature, loadCost);
    }

    /** Returns {@link #expectedUtility(Worth)} with the default worth. */
    public static RoutingPolicy expectedUtility() {
        return expectedUtility(Worth.DEFAULT);
    }

    /**
     * Expected utility in money: {@code v q r h - price - lambda latency - mu (1 - r)}, with v the worth of a right answer, q the
     * lower end of accuracy, r the reliability, h the trust, and latency the expected time to the first token at the present
     * load and that of writing the rest. Accuracy is over answered requests, so failures count once.
     */
    public static RoutingPolicy expectedUtility(Worth worth) {
        ScoreTerm.Value first = (c, s) -> -worth.secondToFirstToken() * c.firstToken(s);
        ScoreTerm.Value rest = (c, s) -> -worth.secondOfWriting() * c.perToken() * (s.completionTokens() - 1);
        return new RoutingPolicy(
                "expected-utility",
                List.of(
                        ScoreTerm.of(
                                "answer", (c, s) -> worth.rightAnswer() * c.accuracy() * c.reliability() * trust(c)),
                        ScoreTerm.of("price", (c, s) -> -c.cost(s)),
                        ScoreTerm.of("first-token", first),
                        ScoreTerm.of("writing", rest),
                        ScoreTerm.of("failure", (c, s) -> -worth.failure() * (1 - c.reliability()))),
                Math.max(1e-9, 0.05 * worth.rightAnswer()),
                (c, s) -> worth.secondToFirstToken() * c.firstTokenPerRelay(s)
                        + worth.secondOfWriting() * c.perTokenPerRelay() * s.completionTokens());
    }

    /**
     * Tiers first, then load: the nodes whose accuracy is in the best fifth of a unit, among them those that are answered in the
     * best hundredth, among them the cheapest tenth of a cent, and there the one with the least in flight.
     */
    public static RoutingPolicy lexicographic() {
        return new RoutingPolicy(
                "lexicographic",
                List.of(
                        ScoreTerm.of("accuracy-tier", (c, s) -> 1e6 * Math.floor(c.accuracy() * 5)),
                        ScoreTerm.of("reliability-tier", (c, s) -> 1e3 * Math.floor(c.reliability() * 100)),
                        ScoreTerm.of("price-tier", (c, s) -> -Math.min(999, Math.floor(c.cost(s) * 1000)))),
                1e-3,
                (c, s) -> 1e-6);
    }

    /**
     * Scale-free: {@code q^2 r^4 h / (T^0.5 P^0.25)}, as a sum of logarithms; a factor near zero rules a node out. The exponents
     * are elasticities: one percent of accuracy is worth two of the product.
     */
    public static RoutingPolicy multiplicative() {
        return new RoutingPolicy(
                "multiplicative",
                List.of(
                        ScoreTerm.of("accuracy", (c, s) -> 2 * log(c.accuracy())),
                        ScoreTerm.of("reliability", (c, s) -> 4 * log(c.reliability())),
                        ScoreTerm.of("trust", (c, s) -> log(trust(c))),
                        ScoreTerm.of("first-token", (c, s) -> -0.5 * log(c.firstToken(s))),
                        ScoreTerm.of("price", (c, s) -> -0.25 * log(c.cost(s)))),
                0.1,
                (c, s) -> 0.5 * c.firstTokenPerRelay(s) / Math.max(LEAST_FACTOR, c.firstToken(s)));
    }

    private static double log(double factor) {
        return Math.log(Math.max(LEAST_FACTOR, factor));
    }

    private static double trust(Candidate candidate) {
        return switch (candidate.profile().map(p -> p.trust()).orElse(network.pokt.mlqos.profile.Trust.UNPROVEN)) {
            case TRUSTED -> 1;
            case UNPROVEN -> 0.9;
            case SUSPECT -> 0;
        };
    }

    /** Returns this policy with one more term, in its unit. */
    public RoutingPolicy plus(ScoreTerm term) {
        List<ScoreTerm> more = new ArrayList<>(terms);
        more.add(term);
        return new RoutingPolicy(name, more, temperature, loadCost);
    }

    public String name() {
        return name;
    }

    public List<ScoreTerm> terms() {
        return terms;
    }

    /** Returns the score of a candidate for a request of this size, higher is better. */
    public double score(Candidate candidate, RequestSize size) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).of(candidate, size);
        }
        return sum;
    }

    /** Returns the weight, above 0 to 1, of a score in a pool whose best is {@code best}. */
    double weight(double score, double best) {
        return Math.exp((score - best) / temperature);
    }

    double loadCost(Candidate candidate, RequestSize size) {
        return loadCost.of(candidate, size);
    }
}
