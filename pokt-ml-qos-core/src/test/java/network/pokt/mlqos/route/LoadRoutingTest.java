package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.Node;
import org.junit.jupiter.api.Test;

/** How the load of the moment and the length of a request are told from a slow node, and what follows from them. */
class LoadRoutingTest extends RouterFixture {

    private Lease send(QosRouter router, RouteNeeds needs) {
        Lease lease = router.route(needs, SIZE).orElseThrow();
        lease.awaitsContent();
        return lease;
    }

    private static RouteNeeds only(Node node) {
        return RouteNeeds.builder().allow(node.id()).build();
    }

    private Map<Node, Integer> spread(QosRouter router, int relays) {
        Map<Node, Integer> spread = new HashMap<>();
        for (int i = 0; i < relays; i++) {
            spread.merge(send(router, RouteNeeds.ANY).node(), 1, Integer::sum);
        }
        return spread;
    }

    @Test
    void of_equal_nodes_the_one_with_least_under_way_is_next() {
        for (RoutingPolicy policy : List.of(
                RoutingPolicy.expectedUtility(), RoutingPolicy.lexicographic(), RoutingPolicy.multiplicative())) {
            QosRouter router = router(a, b, c).policy(policy).build();
            Map<Node, Integer> spread = spread(router, 30);
            assertThat(spread).as(policy.name()).hasSize(3);
            assertThat(spread.values())
                    .as(policy.name())
                    .allSatisfy(n -> assertThat(n).isCloseTo(10, within(1)));
        }
    }

    @Test
    void a_cheaper_node_is_filled_first_and_then_spills_over() {
        facts.put(b.id(), price("1.1"));
        facts.put(c.id(), price("1.1"));
        for (RoutingPolicy policy : List.of(
                RoutingPolicy.expectedUtility(), RoutingPolicy.lexicographic(), RoutingPolicy.multiplicative())) {
            QosRouter router = router(a, b, c).policy(policy).operatorCap(1).build();
            Map<Node, Integer> spread = spread(router, 60);
            assertThat(spread.get(a)).as(policy.name()).isBetween(spread.get(b), 40);
        }
    }

    @Test
    void a_node_whose_relays_wait_is_left_alone_before_any_of_them_has_ended() {
        QosRouter router = router(a, b, c).build();
        for (Node node : List.of(a, b, c)) {
            answer(router, node, 20, Duration.ofMillis(300), Duration.ofSeconds(2));
        }
        List<Lease> leases =
                List.of(a, b, c).stream().map(node -> send(router, only(node))).toList();
        leases.get(1).firstContent();
        leases.get(2).firstContent();
        time.advance(Duration.ofSeconds(5));
        assertThat(picks(router, RouteNeeds.ANY, 200)).doesNotContainKey(a);
        leases.get(0).firstContent();
        assertThat(picks(router, RouteNeeds.ANY, 200)).containsKey(a);
    }

    @Test
    void a_relay_counts_as_waiting_until_its_content_or_its_end() {
        QosRouter router = router(a).build();
        Duration idle = firstToken(router);
        Lease waiting = send(router, RouteNeeds.ANY);
        time.advance(Duration.ofSeconds(3));
        assertThat(firstToken(router)).isGreaterThan(idle.plusSeconds(2));
        waiting.cancelled();
        waiting.firstContent();
        assertThat(firstToken(router)).isEqualTo(idle);
    }

    private static Duration firstToken(QosRouter router) {
        double seconds =
                router.select(RouteNeeds.ANY).candidates().get(0).candidate().firstToken(SIZE);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    @Test
    void a_slow_answer_that_is_long_is_no_slow_node() {
        QosRouter router = router(a, b).build();
        for (int i = 0; i < 60; i++) {
            time.advance(Duration.ofSeconds(1));
            RequestSize big = new RequestSize(8000 + 10 * (i % 7), 1000);
            router.route(only(a), big)
                    .orElseThrow()
                    .answered(Observation.streamed(big, Duration.ofMillis(1100), Duration.ofMillis(1100 + 999 * 20)));
            RequestSize small = new RequestSize(100 + 10 * (i % 7), 10);
            router.route(only(b), small)
                    .orElseThrow()
                    .answered(Observation.streamed(small, Duration.ofMillis(310), Duration.ofMillis(310 + 9 * 20)));
        }
        NodeSignals ofLong = router.view(a.id()).orElseThrow().signals();
        NodeSignals ofShort = router.view(b.id()).orElseThrow().signals();
        assertThat(ofLong.tokensPerSecond()).isCloseTo(50, within(3.0));
        assertThat(ofShort.tokensPerSecond()).isCloseTo(50, within(3.0));
        assertThat(ofLong.firstToken().toMillis())
                .isCloseTo(ofShort.firstToken().toMillis(), within(150L));
    }
}
