package network.pokt.mlqos.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.Reports;
import network.pokt.mlqos.evaluation.Reports.Answer;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class LeaderboardTest {

    private static final Node A = node("a");
    private static final Node B = node("b");
    private static final Node C = node("c");

    private static Node node(String name) {
        return Node.at(URI.create("http://" + name), "m");
    }

    private static Reports.Script share(double right, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] coins = new boolean[10_000];
        for (int i = 0; i < coins.length; i++) {
            coins[i] = random.nextDouble() < right;
        }
        return sample -> Answer.of(coins[sample]);
    }

    @Test
    void nodes_are_sorted_by_their_score_with_failures_counted_as_wrong() {
        // A is always right where it answers, but answers a third.
        EvaluationReport report = Reports.of(
                300,
                Map.of(
                        A, sample -> sample % 3 == 0 ? Answer.of(true) : Answer.failed(FaultCause.SERVER_ERROR),
                        B, sample -> Answer.of(sample % 2 == 0)));

        List<Standing> standings = Leaderboard.of(report).standings();

        assertThat(standings).extracting(Standing::node).containsExactly(B, A);
        assertThat(standings.get(1).answered().value()).isEqualTo(1);
        assertThat(standings.get(1).countingFailures().value()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void rank_intervals_separate_what_differs_and_join_what_does_not() {
        EvaluationReport report = Reports.of(400, Map.of(A, share(0.9, 1), B, share(0.6, 2), C, share(0.6, 3)));

        List<Standing> standings = Leaderboard.of(report).standings();

        assertThat(standings.get(0).node()).isEqualTo(A);
        assertThat(standings.get(0).rank()).isEqualTo(new RankInterval(1, 1));
        assertThat(standings.get(1).rank()).isEqualTo(new RankInterval(2, 3));
        assertThat(standings.get(2).rank()).isEqualTo(new RankInterval(2, 3));
    }

    @Test
    void equal_nodes_are_told_apart_in_at_most_one_run_of_twenty() {
        int separated = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            EvaluationReport report = Reports.of(
                    60, Map.of(A, share(0.7, 10 * run), B, share(0.7, 10 * run + 1), C, share(0.7, 10 * run + 2)));
            if (Leaderboard.of(report).standings().stream()
                    .anyMatch(standing -> !standing.rank().equals(new RankInterval(1, 3)))) {
                separated++;
            }
        }

        // 20 expected at most; 34 has a probability of 0.1 % then.
        assertThat(separated).isLessThanOrEqualTo(34);
    }

    @Test
    void a_node_that_gets_worse_half_way_is_doubted_and_a_steady_one_is_not() {
        Reports.Script before = share(0.9, 4);
        Reports.Script after = share(0.4, 5);
        EvaluationReport report =
                Reports.of(200, Map.of(A, sample -> (sample < 100 ? before : after).answer(sample), B, share(0.65, 6)));

        Leaderboard leaderboard = Leaderboard.of(report);

        assertThat(standing(leaderboard, A).doubts())
                .singleElement()
                .isInstanceOfSatisfying(Doubt.Changed.class, changed -> {
                    assertThat(changed.answer()).isBetween(85L, 115L);
                    assertThat(changed.before()).isGreaterThan(changed.after());
                });
        assertThat(standing(leaderboard, B).doubts()).isEmpty();
    }

    @Test
    void a_node_that_bills_more_than_its_peers_is_doubted() {
        EvaluationReport report = Reports.of(
                100,
                Map.of(
                        A, sample -> Answer.of(true).billing(26, 20),
                        B, sample -> Answer.of(true).billing(20, 20),
                        C, sample -> Answer.of(true).billing(21, 20)));

        Leaderboard leaderboard = Leaderboard.of(report);

        assertThat(standing(leaderboard, A).doubts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.Overbills.class, bill -> assertThat(bill.ratio()).isCloseTo(26 / 21.0, within(1e-9)));
        assertThat(standing(leaderboard, B).doubts()).isEmpty();
        assertThat(standing(leaderboard, C).doubts()).isEmpty();
    }

    @Test
    void a_node_that_turns_valid_requests_away_is_doubted() {
        EvaluationReport report = Reports.of(
                50,
                Map.of(
                        A, sample -> sample < 5 ? Answer.failed(FaultCause.BAD_REQUEST) : Answer.of(true),
                        B, sample -> Answer.of(true)));

        assertThat(standing(Leaderboard.of(report), A).doubts()).containsExactly(new Doubt.TurnsAway(5));
    }

    @Test
    void a_need_is_met_by_the_best_cheapest_or_quickest_node_and_the_others_learn_why_not() {
        EvaluationReport report = Reports.of(
                200,
                Map.of(
                        A, sample -> Answer.of(sample % 20 != 0).billing(10, 10).firstToken(Duration.ofMillis(300)),
                        B, sample -> Answer.of(sample % 4 != 0).billing(10, 10).firstToken(Duration.ofMillis(50)),
                        C, sample -> Answer.of(sample % 2 != 0).billing(10, 10).firstToken(Duration.ofMillis(20))),
                Map.of(
                        A, Rate.perMillionTokens("USD", "0", "10"),
                        B, Rate.perMillionTokens("USD", "0", "2"),
                        C, Rate.perMillionTokens("USD", "0", "1")));
        Leaderboard leaderboard = Leaderboard.of(report);

        assertThat(pick(leaderboard, Need.builder("best", Need.Aim.BEST))).isEqualTo(A);
        assertThat(pick(leaderboard, Need.builder("cheap", Need.Aim.CHEAPEST))).isEqualTo(C);
        assertThat(pick(
                        leaderboard,
                        Need.builder("cheap and good", Need.Aim.CHEAPEST).minimumScore(0.6)))
                .isEqualTo(B);
        Pick quick = leaderboard.pick(Need.builder("quick and good", Need.Aim.QUICKEST)
                .minimumScore(0.6)
                .slowestFirstToken(Duration.ofMillis(100))
                .build());
        assertThat(quick.choice()).map(Standing::node).contains(B);
        assertThat(quick.reason()).contains("the only node");
        assertThat(quick.refused().get(A.id())).contains("time to first token").contains("not 100 ms");
        assertThat(quick.refused().get(C.id())).contains("score is only sure to be above 0.43, not 0.60");
    }

    @Test
    void nobody_is_picked_when_nobody_meets_the_need() {
        EvaluationReport report = Reports.of(20, Map.of(A, sample -> Answer.failed(FaultCause.UNREACHABLE)));

        Pick pick =
                Leaderboard.of(report).pick(Need.builder("any", Need.Aim.BEST).build());

        assertThat(pick.choice()).isEmpty();
        assertThat(pick.refused()).containsEntry(A.id(), "answered nothing");
    }

    private static Node pick(Leaderboard leaderboard, Need.Builder need) {
        return leaderboard.pick(need.build()).choice().orElseThrow().node();
    }

    private static Standing standing(Leaderboard leaderboard, Node node) {
        return leaderboard.standings().stream()
                .filter(standing -> standing.node().equals(node))
                .findFirst()
                .orElseThrow();
    }
}
