package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.Trust;
import org.junit.jupiter.api.Test;

/** Whom the picks fall on. */
class PickTest extends RouterFixture {

    @Test
    void no_operator_gets_more_than_its_cap_while_others_will_do() {
        Node second = Stage.node("a2", "one");
        facts.put(b.id(), price("30"));
        facts.put(c.id(), price("30"));
        QosRouter router = router(a, second, b, c).operatorCap(0.65).build();
        Map<Node, Integer> picks = picks(router, RouteNeeds.ANY, 5000);
        int one = picks.getOrDefault(a, 0) + picks.getOrDefault(second, 0);
        assertThat(one / 5000.0).isBetween(0.6, 0.66);
    }

    @Test
    void a_prefix_stays_with_its_node_until_that_is_much_slower_than_the_best() {
        QosRouter router = router(a, b, c).breakAway(Duration.ofSeconds(1)).build();
        Lease first = router.route(RouteNeeds.ANY, SIZE, "talk").orElseThrow();
        first.answered(Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(2)));
        for (int i = 0; i < 10; i++) {
            Lease next = router.route(RouteNeeds.ANY, SIZE, "talk").orElseThrow();
            assertThat(next.node()).isEqualTo(first.node());
            next.answered(Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(2)));
        }
        for (Node node : List.of(a, b, c)) {
            boolean slow = node.equals(first.node());
            answer(router, node, 60, Duration.ofMillis(slow ? 9000 : 300), Duration.ofSeconds(12));
        }
        time.advance(Duration.ofSeconds(1));
        assertThat(router.route(RouteNeeds.ANY, SIZE, "talk").orElseThrow().node())
                .isNotEqualTo(first.node());
    }

    @Test
    void propensities_are_the_frequencies_of_what_is_picked() {
        facts.put(b.id(), price("2"));
        facts.put(c.id(), price("3"));
        QosRouter router = router(a, b, c).operatorCap(1).build();
        Map<Node, Integer> picks = picks(router, RouteNeeds.ANY, 40_000);
        double sum = 0;
        for (RankedNode ranked : router.select(RouteNeeds.ANY, SIZE).candidates()) {
            double share = picks.getOrDefault(ranked.candidate().node(), 0) / 40_000.0;
            assertThat(ranked.probability()).isCloseTo(share, within(0.01));
            sum += ranked.probability();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void exploration_finds_a_better_node_of_which_little_is_known_and_keeps_to_its_budget() {
        accuracy(a, 160, 200, Trust.TRUSTED);
        accuracy(b, 4, 5, Trust.TRUSTED);
        List<Decision> told = new ArrayList<>();
        QosRouter router = router(a, b)
                .operatorCap(1)
                .exploration(new Exploration(0.1, 1e-5))
                .listener(event -> {})
                .build();
        for (int i = 0; i < 3000; i++) {
            Lease lease = router.route(RouteNeeds.ANY, SIZE).orElseThrow();
            told.add(lease.decision());
            time.advance(Duration.ofMillis(100));
            lease.answered(Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(2)));
        }
        List<Decision> explored =
                told.stream().filter(d -> d.how() == Decision.How.EXPLORED).toList();
        double lost = explored.stream()
                .mapToDouble(d -> d.candidates().get(0).score()
                        - d.candidates().stream()
                                .filter(r ->
                                        r.candidate().node().equals(d.node().orElseThrow()))
                                .findFirst()
                                .orElseThrow()
                                .score())
                .sum();
        assertThat(explored.stream().map(d -> d.node().orElseThrow())).contains(b);
        assertThat(lost).isLessThanOrEqualTo((3000 + 100) * 1e-5 + 1e-9);
    }

    @Test
    void the_same_seed_makes_the_same_choices() {
        List<Node> once = new ArrayList<>();
        List<Node> again = new ArrayList<>();
        for (List<Node> into : List.of(once, again)) {
            QosRouter router = router(a, b, c).exploration(Exploration.DEFAULT).build();
            IntStream.range(0, 300).forEach(i -> into.add(router.choose(RouteNeeds.ANY, SIZE)));
        }
        assertThat(once).isEqualTo(again);
    }
}
