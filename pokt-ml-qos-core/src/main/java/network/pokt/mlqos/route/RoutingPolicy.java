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
    /** Of the worth of a right answer: what is too small to matter beside load and chance. */
    private static final double UTILITY_TEMPERATURE = 0.15;
    /** Who waits makes those wait who come after it: at five sixths of the capacity, five of them. */
    private static final double OTHERS_WAIT = 6;
    /** Who is written for slows those beside it, and has a seat that those who come after it miss. */
    private static final double OTHERS_WRITE = 6;

    private final String name;
    private final List<ScoreTerm> terms;
    private final double temperature;
    private final LoadCost loadCost;

    private RoutingPolicy(String name, List<ScoreTerm> terms, double temperature, LoadCost loadCost) {
        this.name = name;
        this.terms = List.copyOf(terms);
        this.temperature = temperature;
        this.loadCost = loadCost;
    }

    /**
     * Returns a policy of one's own.
     *
     * @param temperature the difference of scores at which the better node is e times as likely to be drawn; above 0, infinite
     *     to draw all alike
     * @param loadCost by how much the load of the moment makes a score fall
     * @param terms what the score of an idle node is made of
     */
    public static RoutingPolicy of(String name, double temperature, LoadCost loadCost, ScoreTerm... terms) {
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
     * lower end of accuracy, r the reliability, h the trust, and latency the expected time to the first token at the load of the
     * moment and that of writing the rest. Accuracy is over answered requests, so failures count once.
     */
    public static RoutingPolicy expectedUtility(Worth worth) {
        ScoreTerm.Value first = (c, s) -> -worth.secondToFirstToken() * c.idleFirstToken(s);
        ScoreTerm.Value rest = (c, s) -> -worth.secondOfWriting() * c.idlePerToken() * (s.completionTokens() - 1);
        return new RoutingPolicy(
                "expected-utility",
                List.of(
                        ScoreTerm.of(
                                "answer", (c, s) -> worth.rightAnswer() * c.accuracy() * c.reliability() * trust(c)),
                        ScoreTerm.of("price", (c, s) -> -c.cost(s)),
                        ScoreTerm.of("first-token", first),
                        ScoreTerm.of("writing", rest),
                        ScoreTerm.of("failure", (c, s) -> -worth.failure() * (1 - c.reliability()))),
                Math.max(1e-9, UTILITY_TEMPERATURE * worth.rightAnswer()),
                (c, s, delay, inFlight) -> OTHERS_WAIT * worth.secondToFirstToken() * delay
                        + OTHERS_WRITE
                                * worth.secondOfWriting()
                                * c.perTokenPerRelay()
                                * s.completionTokens()
                                * inFlight);
    }

    /**
     * Tiers first, then load: the nodes that are expected to begin within the same second, among them those whose accuracy is in
     * the best fifth of a unit, among them those that are answered in the best hundredth, among them the cheapest tenth of a
     * cent, and there the one with the least in flight. Who has to wait at a node of the best tier goes to the next one.
     */
    public static RoutingPolicy lexicographic() {
        return new RoutingPolicy(
                "lexicographic",
                List.of(
                        ScoreTerm.of("accuracy-tier", (c, s) -> 1e6 * Math.floor(c.accuracy() * 5)),
                        ScoreTerm.of("reliability-tier", (c, s) -> 1e3 * Math.floor(c.reliability() * 100)),
                        ScoreTerm.of("price-tier", (c, s) -> -Math.min(999, Math.floor(c.cost(s) * 1000)))),
                Double.POSITIVE_INFINITY,
                (c, s, delay, inFlight) -> 1e8 * Math.floor(c.idleFirstToken(s) + delay) + 1e-6 * inFlight);
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
                        ScoreTerm.of("first-token", (c, s) -> -0.5 * log(c.idleFirstToken(s))),
                        ScoreTerm.of("price", (c, s) -> -0.25 * log(c.cost(s)))),
                1,
                (c, s, delay, inFlight) ->
                        delay <= 0 ? 0 : 0.5 * log(1 + delay / Math.max(LEAST_FACTOR, c.idleFirstToken(s))));
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

    /** Returns the score of a candidate for a request of this size as if it were idle, higher is better. */
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

    /** Returns by how much the load of the moment makes the score fall. */
    double loadCost(Candidate candidate, RequestSize size, double delay, int inFlight) {
        return loadCost.of(candidate, size, delay, inFlight);
    }
}
