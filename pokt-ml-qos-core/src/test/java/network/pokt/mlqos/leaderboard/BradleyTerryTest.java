package network.pokt.mlqos.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.pokt.mlqos.node.NodeId;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    private static final List<NodeId> TEAMS = Stream.of(
                    "Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore")
            .map(team -> new NodeId(team, "baseball"))
            .toList();

    /** Wins of the row against the column: American League East, 1987 (Agresti, "Categorical Data Analysis", table 10.10). */
    private static final int[][] WINS = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    };

    @Test
    void strengths_are_those_that_are_published_for_a_known_season() {
        Duels duels = new Duels(TEAMS);
        for (int i = 0; i < WINS.length; i++) {
            for (int j = 0; j < WINS.length; j++) {
                for (int win = 0; win < WINS[i][j]; win++) {
                    duels.won(TEAMS.get(i), TEAMS.get(j));
                }
            }
        }

        BradleyTerry fit = BradleyTerry.fit(duels);

        // Differences to Baltimore as the text book has them.
        double[] published = {1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0};
        double baltimore = fit.strength(TEAMS.get(6)).value();
        for (int i = 0; i < published.length; i++) {
            assertThat(fit.strength(TEAMS.get(i)).value() - baltimore)
                    .as(TEAMS.get(i).supplier())
                    .isCloseTo(published[i], within(0.01));
        }
        assertThat(fit.ranks().get(0).best()).isEqualTo(1);
        assertThat(fit.ranks().get(6).worst()).isEqualTo(7);
        assertThat(fit.ranks().get(0).worst()).isLessThan(7);
    }

    @Test
    void two_nodes_have_the_odds_of_their_duels() {
        NodeId a = TEAMS.get(0);
        NodeId b = TEAMS.get(1);
        Duels duels = new Duels(List.of(a, b));
        IntStream.range(0, 29).forEach(i -> duels.won(a, b));
        IntStream.range(0, 9).forEach(i -> duels.won(b, a));
        IntStream.range(0, 2).forEach(i -> duels.tied(a, b));

        BradleyTerry fit = BradleyTerry.fit(duels);

        assertThat(fit.winProbability(a, b)).isCloseTo(0.75, within(0.002));
        assertThat(fit.strength(a).n()).isEqualTo(40);
        // The log-odds of 30 to 10 have the variance 1/30 + 1/10; each centred strength is half of them.
        assertThat(fit.strength(a).standardError()).isCloseTo(Math.sqrt(1 / 30.0 + 1 / 10.0) / 2, within(0.002));
    }

    @Test
    void who_won_everything_has_a_finite_strength_and_who_never_played_has_none() {
        Duels duels = new Duels(TEAMS.subList(0, 3));
        IntStream.range(0, 20).forEach(i -> duels.won(TEAMS.get(0), TEAMS.get(1)));

        BradleyTerry fit = BradleyTerry.fit(duels);

        assertThat(fit.strength(TEAMS.get(0)).value()).isBetween(1.0, 20.0);
        assertThat(fit.strength(TEAMS.get(2)).n()).isZero();
        assertThat(fit.ranks().get(2)).isEqualTo(new RankInterval(1, 3));
        assertThatThrownBy(() -> duels.won(TEAMS.get(0), TEAMS.get(5))).hasMessageContaining("not among");
    }

    @Test
    void intervals_hold_the_true_strength_in_nineteen_of_twenty_simulated_tournaments() {
        double[] truth = {0.9, 0.3, 0, -0.4, -0.8};
        List<NodeId> nodes = TEAMS.subList(0, truth.length);
        SplittableRandom random = new SplittableRandom(8);
        int held = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            Duels duels = new Duels(nodes);
            for (int i = 0; i < truth.length; i++) {
                for (int j = i + 1; j < truth.length; j++) {
                    for (int game = 0; game < 30; game++) {
                        boolean first = random.nextDouble() < 1 / (1 + Math.exp(truth[j] - truth[i]));
                        duels.won(nodes.get(first ? i : j), nodes.get(first ? j : i));
                    }
                }
            }
            BradleyTerry fit = BradleyTerry.fit(duels);
            for (int i = 0; i < truth.length; i++) {
                held += fit.strength(nodes.get(i)).interval().contains(truth[i]) ? 1 : 0;
            }
        }

        assertThat((double) held / (runs * truth.length)).as("seed 8").isBetween(0.935, 0.965);
    }
}
