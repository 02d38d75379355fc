package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/** Leaves out what does not meet the needs of a request, and suspects. */
final class NeedsFilter {

    private NeedsFilter() {}

    /** Returns why the candidate will not do, null if it will. */
    static @Nullable String refuse(Candidate c, RouteNeeds needs, RequestSize size) {
        String who = identity(c, needs);
        return who != null ? who : measured(c, needs, size);
    }

    private static @Nullable String identity(Candidate c, RouteNeeds needs) {
        var id = c.node().id();
        if (needs.deniedNodes().contains(id) || needs.deniedOperators().contains(c.operator())) {
            return "The request denies it.";
        }
        boolean otherNode =
                !needs.allowedNodes().isEmpty() && !needs.allowedNodes().contains(id);
        boolean otherOperator =
                !needs.allowedOperators().isEmpty() && !needs.allowedOperators().contains(c.operator());
        if (otherNode || otherOperator) {
            return "The request does not name it among those allowed.";
        }
        Optional<String> model = needs.model();
        if (model.isPresent() && !model.equals(c.node().model())) {
            return "It claims the model " + c.node().model().orElse("(none)") + ".";
        }
        if (!c.facts().capabilities().containsAll(needs.capabilities())) {
            return "It is not known to be capable of all of " + needs.capabilities() + ".";
        }
        if (c.profile().filter(p -> p.trust() == Trust.SUSPECT).isPresent()) {
            return "An alarm stands against it: it is suspected not to be what it claims.";
        }
        return null;
    }

    private static @Nullable String measured(Candidate c, RouteNeeds needs, RequestSize size) {
        if (c.facts().contextTokens().isPresent()
                && !size.classFits(c.facts().contextTokens().getAsLong())) {
            return "Its context of " + c.facts().contextTokens().getAsLong() + " tokens may be too short.";
        }
        Optional<BigDecimal> maxCost = needs.maxCost();
        if (maxCost.isPresent() && c.cost(size) > maxCost.get().doubleValue()) {
            return String.format(
                    Locale.ROOT, "It is expected to cost %.6g, more than %s.", c.cost(size), maxCost.get());
        }
        for (Map.Entry<String, Double> need : needs.accuracy().entrySet()) {
            Optional<Estimate> accuracy = c.profile().flatMap(p -> p.accuracy(need.getKey()));
            if (need.getValue() > 0 && accuracy.isEmpty()) {
                return "Its accuracy on " + need.getKey() + " is not known.";
            }
            if (need.getValue() > 0 && accuracy.get().interval().lower() < need.getValue()) {
                return "Its accuracy on " + need.getKey() + " is " + accuracy.get() + ", not surely " + need.getValue()
                        + ".";
            }
        }
        return needs.firstToken()
                .map(slowest -> slow(c, size, slowest.toNanos() / 1e9))
                .orElse(null);
    }

    private static @Nullable String slow(Candidate c, RequestSize size, double slowest) {
        double p95 = c.streamed() >= NodeState.ENOUGH
                ? c.firstToken95(size)
                : c.profile()
                        .flatMap(p -> p.firstToken())
                        .map(first -> first.p95().toNanos() / 1e9)
                        .orElse(Double.NaN);
        if (Double.isNaN(p95)) {
            return "Its time to first token is not known.";
        }
        return p95 <= slowest
                ? null
                : String.format(Locale.ROOT, "Its time to first token is %.3f s at the 95th percentile.", p95);
    }
}
