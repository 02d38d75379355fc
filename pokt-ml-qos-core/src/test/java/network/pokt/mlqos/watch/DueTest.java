package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.watch.Errand.Need;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final NodeId A = new NodeId("a", "llm");
    private static final NodeId B = new NodeId("b", "llm");
    private static final NodeId C = new NodeId("c", "llm");
    private static final Moment NOW = Moment.at(Instant.parse("2026-03-01T12:00:00Z"));

    private final TaskPolicy.Builder task = TaskPolicy.builder().samples(10, 40).batch(4);

    @Test
    void asks_new_nodes_first_then_those_with_too_few_then_what_decides() {
        task.allocation(Allocation.even());
        List<Errand> errands = due(measured(A, 5, 20), measured(B, 2, 5), Pair.fresh(C, 0));

        assertThat(errands).extracting(Errand::node).containsExactly(C, B, A);
        assertThat(errands).extracting(Errand::need).containsExactly(Need.NEW, Need.TOO_FEW, Need.DECIDES);
        assertThat(errands).allSatisfy(errand -> assertThat(errand.items()).hasSize(4));
    }

    @Test
    void asks_no_more_than_is_missing() {
        assertThat(due(measured(A, 4, 9)))
                .extracting(errand -> errand.items().size())
                .containsExactly(1);
    }

    @Test
    void lets_an_absent_node_wait_and_one_that_does_not_meet_the_requirements() {
        Pair absent = new Pair(A, 0, "llm", false, true, Estimate.none(), 0, null, 0);
        Pair unready = new Pair(B, 0, "llm", true, false, Estimate.none(), 0, null, 0);

        assertThat(due(absent, unready)).isEmpty();
    }

    @Test
    void waits_for_the_schedule_and_for_the_errand_under_way() {
        task.schedule(Schedule.every(Duration.ofHours(1)));
        Moment recent = Moment.at(NOW.time().minus(Duration.ofMinutes(59)));
        Moment old = Moment.at(NOW.time().minus(Duration.ofMinutes(60)));

        assertThat(due(new Pair(A, 0, "llm", true, true, Estimate.none(), 0, recent, 0)))
                .isEmpty();
        assertThat(due(new Pair(A, 0, "llm", true, true, Estimate.none(), 0, old, 0)))
                .hasSize(1);
        assertThat(due(new Pair(A, 0, "llm", true, true, Estimate.none(), 1, old, 0)))
                .isEmpty();
    }

    @Test
    void asks_comparable_nodes_the_same_items_and_fresh_ones_in_the_next_epoch() {
        List<Errand> today = due(Pair.fresh(A, 0), Pair.fresh(B, 0));
        List<Errand> tomorrow = due(new Moment(NOW.time().plus(Duration.ofDays(1)), 0, 0), 100, Pair.fresh(A, 0));

        assertThat(today.get(0).items()).isEqualTo(today.get(1).items());
        assertThat(tomorrow.get(0).items())
                .doesNotContainAnyElementsOf(today.get(0).items());
    }

    @Test
    void repeats_no_item_within_an_epoch_and_stops_at_the_maximum() {
        Set<Integer> items = new HashSet<>();
        int asked = 0;
        for (List<Errand> errands; !(errands = due(asked(A, asked))).isEmpty(); ) {
            items.addAll(errands.get(0).items());
            asked += errands.get(0).items().size();
        }

        assertThat(asked).isEqualTo(40);
        assertThat(items).hasSize(40);
    }

    @Test
    void keeps_the_limits_per_node_in_all_and_of_the_budget() {
        Pair[] pairs = new Pair[30];
        for (int node = 0; node < pairs.length; node++) {
            pairs[node] = Pair.fresh(new NodeId("n" + node, "llm"), 0);
        }

        assertThat(samples(due(NOW, 100, pairs))).isEqualTo(12);
        assertThat(samples(due(NOW, 5, pairs))).isEqualTo(5);
        assertThat(due(NOW, 0, pairs)).isEmpty();
        assertThat(due(NOW, 100, pairs))
                .allSatisfy(errand -> assertThat(errand.items().size()).isLessThanOrEqualTo(3));
    }

    @Test
    void refreshes_a_node_that_needs_nothing_only_when_asked_to() {
        assertThat(due(measured(A, 20, 40))).isEmpty();
        task.refresh(2);

        assertThat(due(measured(A, 20, 40))).extracting(Errand::need).containsExactly(Need.REFRESH);
        assertThat(samples(due(measured(A, 20, 40)))).isEqualTo(2);
    }

    @Test
    void is_a_pure_function_and_its_order_of_equals_changes_from_look_to_look() {
        Pair[] pairs = new Pair[30];
        for (int node = 0; node < pairs.length; node++) {
            pairs[node] = Pair.fresh(new NodeId("n" + node, "llm"), 0);
        }
        Moment later = Moment.at(NOW.time().plusSeconds(1));

        assertThat(due(NOW, 9, pairs)).isEqualTo(due(NOW, 9, pairs));
        assertThat(due(NOW, 9, pairs)).isNotEqualTo(due(later, 9, pairs));
    }

    @Test
    void spends_on_the_close_call_and_not_on_the_clear_one() {
        task.allocation(Allocation.forThreshold(0.5));
        List<Errand> errands = due(measured(A, 29, 30), measured(B, 16, 30), measured(C, 1, 30));

        assertThat(errands).extracting(Errand::node).containsExactly(B);
    }

    @Test
    void spends_on_neighbours_in_the_ranking_that_cannot_be_told_apart() {
        task.allocation(Allocation.forRanks());
        List<Errand> errands = due(measured(A, 30, 30), measured(B, 11, 30), measured(C, 10, 30));

        assertThat(errands).extracting(Errand::node).containsExactlyInAnyOrder(B, C);
    }

    @Test
    void counts_absent_peers_in_comparisons_and_never_nodes_of_another_kind() {
        task.allocation(Allocation.forRanks());
        Pair absent = new Pair(B, 0, "llm", false, true, Estimate.ofProportion(15, 30), 0, null, 0);
        Pair other = new Pair(B, 0, "image", false, true, Estimate.ofProportion(15, 30), 0, null, 0);

        assertThat(due(measured(A, 15, 30), absent)).extracting(Errand::node).containsExactly(A);
        assertThat(due(measured(A, 15, 30), other)).isEmpty();
    }

    private List<Errand> due(Pair... pairs) {
        return due(NOW, 100, pairs);
    }

    private List<Errand> due(Moment now, long mostSamples, Pair... pairs) {
        WatchPolicy policy = WatchPolicy.builder(5)
                .task(NumbersTask.of(1000), task.build())
                .inFlight(pairs.length > 10 ? 3 : 5, pairs.length > 10 ? 12 : 50)
                .build();
        return new Due(policy).next(new ArrayList<>(List.of(pairs)), now, mostSamples);
    }

    private static Pair measured(NodeId node, long right, long samples) {
        return new Pair(node, 0, "llm", true, true, Estimate.ofProportion(right, samples), 0, null, 0);
    }

    private static Pair asked(NodeId node, int asked) {
        return new Pair(node, 0, "llm", true, true, Estimate.none(), 0, null, asked);
    }

    private static int samples(List<Errand> errands) {
        return errands.stream().mapToInt(errand -> errand.items().size()).sum();
    }
}
