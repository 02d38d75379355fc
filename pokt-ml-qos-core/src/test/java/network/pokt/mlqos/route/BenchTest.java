package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** Who is benched, for how long, and how it comes back. */
class BenchTest extends RouterFixture {

    @Test
    void a_node_that_is_down_is_benched_after_three_requests_and_says_why() {
        QosRouter router = router(a, b, c).build();
        fail(router, a, 2);
        assertThat(router.view(a.id()).orElseThrow().grade()).isNotEqualTo(Grade.BENCHED);
        fail(router, a, 1);
        NodeView view = router.view(a.id()).orElseThrow();
        assertThat(view.grade()).isEqualTo(Grade.BENCHED);
        assertThat(view.inWords()).contains("benched for").contains("SERVER_ERROR");
        assertThat(picks(router, RouteNeeds.ANY, 200)).doesNotContainKey(a);
    }

    @Test
    void a_benched_node_comes_back_by_a_trial_and_a_ramp_and_a_second_fault_costs_twice_the_time() {
        QosRouter router = router(a, b, c).build();
        fail(router, a, 3);
        Duration first = router.view(a.id()).orElseThrow().benchedFor().orElseThrow();
        assertThat(first).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        time.advance(first);
        NodeView trial = router.view(a.id()).orElseThrow();
        assertThat(trial.grade()).isEqualTo(Grade.CANARY);
        assertThat(trial.onTrial()).isTrue();
        assertThat(picks(router, RouteNeeds.ANY, 1000).get(a)).isBetween(1, 60);
        fail(router, a, 1);
        Duration second = router.view(a.id()).orElseThrow().benchedFor().orElseThrow();
        assertThat(second).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        time.advance(second);
        answer(router, a, 5, Duration.ofMillis(300), Duration.ofSeconds(3));
        assertThat(router.view(a.id()).orElseThrow().grade()).isEqualTo(Grade.FULL);
        assertThat(router.select(RouteNeeds.ANY).candidates().stream()
                        .filter(r -> r.candidate().node().equals(a))
                        .findFirst()
                        .orElseThrow()
                        .candidate()
                        .ramp())
                .isLessThan(0.2);
    }

    @Test
    void if_everybody_fails_half_stay_in_and_the_rest_is_better_than_nothing() {
        QosRouter router = router(a, b, c).build();
        for (Node node : List.of(a, b, c)) {
            fail(router, node, 5);
        }
        long benched = List.of(a, b, c).stream()
                .filter(node -> router.view(node.id()).orElseThrow().grade() == Grade.BENCHED)
                .count();
        assertThat(benched).isEqualTo(1);
        QosRouter alone = router(a)
                .health(new HealthRule(Duration.ofSeconds(30), Duration.ofMinutes(1), 5, 10, 1))
                .listener(event -> {})
                .build();
        fail(alone, a, 4);
        assertThat(alone.view(a.id()).orElseThrow().grade()).isEqualTo(Grade.BENCHED);
        assertThat(alone.route(RouteNeeds.ANY, SIZE).orElseThrow().decision().how())
                .isEqualTo(Decision.How.FAILED_OPEN);
    }

    @Test
    void callers_faults_refusals_and_our_own_are_held_against_no_node() {
        QosRouter router = router(a, b).build();
        for (FaultCause cause : FaultCause.values()) {
            if (cause.blame() != network.pokt.mlqos.transport.Blame.NODE
                    && cause.blame() != network.pokt.mlqos.transport.Blame.NETWORK) {
                router.route(RouteNeeds.builder().allow(a.id()).build(), SIZE)
                        .orElseThrow()
                        .failed(cause);
            }
        }
        NodeView view = router.view(a.id()).orElseThrow();
        assertThat(view.faultEvidence()).isZero();
        assertThat(view.signals().reliability()).isGreaterThan(0.97);
    }
}
