package network.pokt.mlqos.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultTableTest {

    private static final NodeId A = new NodeId("a", "llm");
    private static final NodeId B = new NodeId("b", "llm");
    private static final NodeId C = new NodeId("c", "llm");

    private static TaskResult result(NodeId node, String task, long right, long n) {
        return TaskResult.builder(node, task, Estimate.ofProportion(right, n)).build();
    }

    @Test
    void the_first_leaderboard_is_a_mean_of_benchmarks_one_of_which_is_a_mean_of_subjects() {
        Taxonomy v1 = Taxonomy.mean(
                "v1", Taxonomy.task("arc"), Taxonomy.mean("mmlu", Taxonomy.task("law"), Taxonomy.task("maths")));
        ResultTable table = ResultTable.of(
                List.of(result(A, "arc", 50, 100), result(A, "law", 80, 100), result(A, "maths", 20, 50)));

        Estimate value = table.average(v1).lines().get(0).value();

        assertThat(value.value()).isCloseTo((0.5 + (0.8 + 0.4) / 2) / 2, within(1e-12));
        assertThat(value.standardError())
                .isCloseTo(Math.sqrt(0.25 * 0.25 / 99 + 0.0625 * (0.16 / 99) + 0.0625 * (0.24 / 49)), within(1e-12));
        assertThat(value.n()).isEqualTo(250);
    }

    @Test
    void the_second_leaderboard_sets_scores_between_chance_and_perfection() {
        // The example of huggingface.co/docs/leaderboards, open_llm_leaderboard/normalization: 0.7 of chance 0.5 and so
        // on.
        Taxonomy musr = Taxonomy.mean(
                "musr",
                Taxonomy.task("murder").chance(0.5),
                Taxonomy.task("object").chance(0.2),
                Taxonomy.task("team").chance(1 / 3.0));
        ResultTable table = ResultTable.of(
                List.of(result(A, "murder", 70, 100), result(A, "object", 40, 100), result(A, "team", 60, 100)));

        assertThat(table.average(musr).lines().get(0).value().value()).isCloseTo((0.4 + 0.25 + 0.4) / 3, within(1e-12));
        assertThat(Taxonomy.task("x").chance(0.25).normalised(0.2)).isZero();
    }

    @Test
    void weights_count_in_relation_to_siblings() {
        Taxonomy tree = Taxonomy.mean("w", Taxonomy.task("x").weight(3), Taxonomy.task("y"));
        ResultTable table = ResultTable.of(List.of(result(A, "x", 100, 100), result(A, "y", 0, 100)));

        Estimate value = table.average(tree).lines().get(0).value();

        assertThat(value.value()).isEqualTo(0.75);
        assertThat(value.interval().width()).isGreaterThan(0.02);
        assertThatThrownBy(() -> Taxonomy.task("x").weight(0)).hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> Taxonomy.mean("m", Taxonomy.task("x"), Taxonomy.task("x")))
                .hasMessageContaining("none twice");
    }

    @Test
    void a_node_that_lacks_tasks_is_partial_and_stands_behind_the_complete_ones() {
        Taxonomy tree = Taxonomy.mean("both", Taxonomy.task("easy"), Taxonomy.task("hard"));
        ResultTable table = ResultTable.of(List.of(
                result(A, "easy", 99, 100),
                result(B, "easy", 90, 100),
                result(B, "hard", 30, 100),
                TaskResult.builder(C, "easy", Estimate.none()).build()));

        Board board = table.average(tree);

        assertThat(board.lines()).extracting(Board.Line::node).containsExactly(B, A, C);
        assertThat(board.of(A).orElseThrow().partial()).isTrue();
        assertThat(board.of(A).orElseThrow().coverage()).isEqualTo(0.5);
        assertThat(board.of(B).orElseThrow().partial()).isFalse();
        assertThat(board.of(C).orElseThrow().value().n()).isZero();
        assertThat(board.of(C).orElseThrow().rank()).isEqualTo(new RankInterval(1, 3));
    }

    @Test
    void rank_intervals_separate_what_differs_and_join_what_does_not() {
        Taxonomy tree = Taxonomy.mean("one", Taxonomy.task("t"));
        Board board = ResultTable.of(
                        List.of(result(A, "t", 360, 400), result(B, "t", 240, 400), result(C, "t", 236, 400)))
                .average(tree);

        assertThat(board.of(A).orElseThrow().rank()).isEqualTo(new RankInterval(1, 1));
        assertThat(board.of(B).orElseThrow().rank()).isEqualTo(new RankInterval(2, 3));
        assertThat(board.of(C).orElseThrow().rank()).isEqualTo(new RankInterval(2, 3));
    }

    @Test
    void equal_nodes_are_told_apart_in_at_most_one_simulated_board_of_twenty() {
        Taxonomy tree = Taxonomy.mean("two", Taxonomy.task("x"), Taxonomy.task("y"));
        SplittableRandom random = new SplittableRandom(3);
        int separated = 0;
        int covered = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            List<TaskResult> results = new ArrayList<>();
            for (NodeId node : List.of(A, B, C)) {
                results.add(result(node, "x", binomial(random, 50, 0.7), 50));
                results.add(result(node, "y", binomial(random, 50, 0.9), 50));
            }
            Board board = ResultTable.of(results).average(tree);
            separated += board.lines().stream().allMatch(line -> line.rank().equals(new RankInterval(1, 3))) ? 0 : 1;
            covered += board.of(A).orElseThrow().value().interval().contains(0.8) ? 1 : 0;
        }

        // 50 expected at most; 72 has a probability of 0.1 % then. Of 1,000 intervals 935 to 970 hold the truth.
        assertThat(separated).as("seed 3").isLessThanOrEqualTo(72);
        assertThat(covered).as("seed 3").isBetween(935, 970);
    }

    private static long binomial(SplittableRandom random, int n, double p) {
        long hits = 0;
        for (int i = 0; i < n; i++) {
            hits += random.nextDouble() < p ? 1 : 0;
        }
        return hits;
    }

    @Test
    void win_rates_are_those_of_helm() throws Exception {
        JsonNode golden = JsonMapper.shared()
                .readTree(Files.readString(SharedData.path("golden/image/helm_text_and_winrate.json")));
        int compared = 0;
        for (JsonNode table : golden.path("win_rate")) {
            List<TaskResult> results = new ArrayList<>();
            for (int row = 0; row < table.path("rows").size(); row++) {
                for (int column = 0; column < table.path("rows").get(row).size(); column++) {
                    JsonNode better = table.path("lower_is_better").get(column);
                    JsonNode value = table.path("rows").get(row).get(column);
                    if (!better.isNull() && !value.isNull()) {
                        double score = better.asBoolean() ? -value.asDouble() : value.asDouble();
                        results.add(TaskResult.builder(
                                        new NodeId("n" + row, "x"),
                                        "t" + column,
                                        Estimate.ofStandardError(score, 0.001, 9))
                                .build());
                    }
                }
            }
            Board board = ResultTable.of(results).winRates(1);
            for (int row = 0; row < table.path("rows").size(); row++) {
                JsonNode expected = table.path("expected_mean").get(row);
                if (!expected.isNull()) {
                    assertThat(board.of(new NodeId("n" + row, "x"))
                                    .orElseThrow()
                                    .value()
                                    .value())
                            .as("%s, row %d", table.path("name").asString(), row)
                            .isCloseTo(expected.asDouble(), within(1e-12));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void a_win_rate_has_an_interval_that_shrinks_with_samples_and_repeats_with_its_seed() {
        Board few = winRates(40, 1);
        Board many = winRates(4_000, 1);

        assertThat(few.of(A).orElseThrow().value().interval().width()).isGreaterThan(0.3);
        assertThat(many.of(A).orElseThrow().value().interval().width()).isZero();
        assertThat(few.of(A).orElseThrow().rank()).isEqualTo(new RankInterval(1, 2));
        assertThat(many.of(A).orElseThrow().rank()).isEqualTo(new RankInterval(1, 1));
        assertThat(winRates(40, 1)).isEqualTo(few);
    }

    private static Board winRates(int n, long seed) {
        List<TaskResult> results = new ArrayList<>();
        for (String task : List.of("x", "y", "z")) {
            results.add(result(A, task, Math.round(0.7 * n), n));
            results.add(result(B, task, Math.round(0.6 * n), n));
            results.add(result(C, task, Math.round(0.5 * n), n));
        }
        return ResultTable.of(results).winRates(seed);
    }

    @Test
    void a_line_says_how_much_was_answered_how_fast_and_at_what_cost() {
        ResultTable table = ResultTable.of(List.of(
                TaskResult.builder(A, "x", Estimate.ofProportion(30, 50))
                        .samples(50, 40)
                        .latency(Duration.ofMillis(300))
                        .cost("USD", new BigDecimal("0.6"))
                        .build(),
                TaskResult.builder(A, "y", Estimate.ofProportion(10, 50))
                        .samples(50, 50)
                        .latency(Duration.ofMillis(500))
                        .firstToken(Duration.ofMillis(90))
                        .cost("USD", new BigDecimal("0.2"))
                        .build()));

        Board.Line line = table.average(Taxonomy.mean("m", Taxonomy.tasks(table.tasks())))
                .lines()
                .get(0);

        assertThat(line.answered()).isEqualTo(0.9);
        assertThat(line.service().latency()).contains(Duration.ofMillis(400));
        assertThat(line.service().firstToken()).contains(Duration.ofMillis(90));
        assertThat(line.service().costPerRightAnswer().orElseThrow()).isEqualByComparingTo("0.02");
    }

    @Test
    void two_results_for_one_task_of_a_node_are_refused() {
        assertThatThrownBy(() -> ResultTable.of(List.of(result(A, "t", 1, 2), result(A, "t", 2, 2))))
                .hasMessageContaining("two results on t");
    }

    @Test
    void snapshots_outlive_a_process_and_say_who_moved() {
        Taxonomy tree = Taxonomy.mean("one", Taxonomy.task("t"));
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        BoardSnapshot before = ResultTable.of(List.of(result(A, "t", 360, 400), result(B, "t", 240, 400)))
                .average(tree)
                .at(monday);
        BoardSnapshot after = ResultTable.of(List.of(result(A, "t", 200, 400), result(C, "t", 240, 400)))
                .average(tree)
                .at(monday.plusSeconds(604_800));

        assertThat(BoardSnapshot.parse(before.json())).isEqualTo(before);
        List<BoardSnapshot.Move> moves = after.since(BoardSnapshot.parse(before.json()));
        assertThat(moves).extracting(BoardSnapshot.Move::node).containsExactly(C, A, B);
        assertThat(moves).extracting(BoardSnapshot.Move::changed).containsExactly(false, true, false);
        assertThat(moves.get(0).before()).isEmpty();
        assertThat(moves.get(2).after()).isEmpty();
        assertThatThrownBy(() -> BoardSnapshot.parse("{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
