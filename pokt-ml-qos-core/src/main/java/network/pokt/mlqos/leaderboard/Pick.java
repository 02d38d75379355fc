package network.pokt.mlqos.leaderboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.evaluation.Latency;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.stats.LatencyHistogram;

/**
 * The answer to a {@link Need}: who serves it best, and why nobody else.
 *
 * @param need what was wanted
 * @param choice the node that serves it best, if any meets it
 * @param reason why this one, in a sentence
 * @param refused for each node that does not meet the need, what it fails at
 */
public record Pick(Need need, Optional<Standing> choice, String reason, Map<NodeId, String> refused) {

    private static final double TAIL = 95;

    static Pick from(List<Standing> standings, Need need) {
        Map<NodeId, String> refused = new LinkedHashMap<>();
        List<Standing> meeting = new ArrayList<>();
        for (Standing standing : standings) {
            Optional<String> objection = objection(standing, need);
            objection.ifPresent(why -> refused.put(standing.node().id(), why));
            if (objection.isEmpty()) {
                meeting.add(standing);
            }
        }
        Optional<Standing> choice = meeting.stream().min(order(need.aim()));
        String reason =
                choice.map(standing -> reason(standing, need, meeting.size())).orElse("no node meets it");
        return new Pick(need, choice, reason, refused);
    }

    private static Optional<String> objection(Standing standing, Need need) {
        if (standing.answeredSamples() == 0) {
            return Optional.of("answered nothing");
        }
        if (!need.acceptsDoubtful() && !standing.doubts().isEmpty()) {
            return Optional.of(standing.doubts().get(0).sentence());
        }
        double sureScore = standing.countingFailures().interval().lower();
        if (need.minimumScore().isPresent()
                && !(sureScore >= need.minimumScore().getAsDouble())) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "score is only sure to be above %.2f, not %.2f",
                    sureScore,
                    need.minimumScore().getAsDouble()));
        }
        if (need.slowestFirstToken().isPresent()) {
            Duration slowest = need.slowestFirstToken().get();
            Optional<Duration> tail = firstTokenTail(standing);
            if (tail.isEmpty()) {
                return Optional.of("nothing was streamed, so its time to first token is unknown");
            }
            if (tail.get().compareTo(slowest) > 0) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "95th percentile of time to first token is %d ms, not %d ms",
                        tail.get().toMillis(),
                        slowest.toMillis()));
            }
        }
        return Optional.empty();
    }

    private static Comparator<Standing> order(Need.Aim aim) {
        return switch (aim) {
            case BEST ->
                Comparator.comparingDouble(
                        standing -> -standing.countingFailures().value());
            case CHEAPEST ->
                Comparator.comparing(standing -> standing.costPerRightAnswer(), Comparator.comparing(Pick::orEndless));
            case QUICKEST -> Comparator.comparing(Pick::tail);
        };
    }

    private static String reason(Standing standing, Need need, int meeting) {
        String figure = switch (need.aim()) {
            case BEST ->
                String.format(
                        Locale.ROOT,
                        "it has the highest score, %.2f",
                        standing.countingFailures().value());
            case CHEAPEST ->
                "it has the lowest cost per right answer, "
                        + standing.costPerRightAnswer()
                                .map(cost -> Rate.format(cost) + " "
                                        + standing.report().rate().currency())
                                .orElse("unknown");
            case QUICKEST ->
                String.format(
                        Locale.ROOT,
                        "it has the lowest 95th percentile of time to first token, %d ms",
                        tail(standing).toMillis());
        };
        return figure + (meeting == 1 ? ", the only node that meets it" : " of the " + meeting + " nodes that meet it");
    }

    private static BigDecimal orEndless(Optional<BigDecimal> cost) {
        return cost.orElse(BigDecimal.valueOf(Double.MAX_VALUE));
    }

    private static Optional<Duration> firstTokenTail(Standing standing) {
        LatencyHistogram firstToken = standing.report().latency().firstToken();
        return firstToken.count() == 0 ? Optional.empty() : Optional.of(firstToken.percentile(TAIL));
    }

    private static Duration tail(Standing standing) {
        Latency latency = standing.report().latency();
        return firstTokenTail(standing).orElseGet(() -> latency.total().percentile(TAIL));
    }
}
