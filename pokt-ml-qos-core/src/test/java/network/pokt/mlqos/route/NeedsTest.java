package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.Trust;
import org.junit.jupiter.api.Test;

/** What a router leaves out and what it ranks first. */
class NeedsTest extends RouterFixture {

    @Test
    void the_cheapest_node_that_is_surely_good_and_quick_enough_is_selected_with_reasons() {
        accuracy(a, 90, 100, Trust.TRUSTED);
        accuracy(b, 70, 100, Trust.TRUSTED);
        accuracy(c, 90, 100, Trust.TRUSTED);
        facts.put(a.id(), price("5"));
        facts.put(b.id(), price("0.1"));
        facts.put(c.id(), price("1"));
        QosRouter router = router(a, b, c).build();
        for (Node node : List.of(a, b, c)) {
            answer(router, node, 30, Duration.ofMillis(300), Duration.ofSeconds(3));
        }
        Decision decision = router.select(RouteNeeds.builder()
                .accuracy("mmlu", 0.65)
                .firstToken(Duration.ofMillis(800))
                .build());
        assertThat(decision.candidates()).extracting(r -> r.candidate().node()).containsExactly(c, a);
        assertThat(decision.candidates().get(0).terms()).containsKeys("answer", "price", "first-token");
        assertThat(decision.candidates().get(0).score())
                .isCloseTo(
                        decision.candidates().get(0).terms().values().stream()
                                .mapToDouble(d -> d)
                                .sum(),
                        within(1e-12));
        assertThat(decision.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.node()).isEqualTo(b);
            assertThat(refusal.reason()).contains("mmlu").contains("0.65");
        });
    }

    @Test
    void every_need_leaves_out_what_does_not_meet_it() {
        facts.put(
                a.id(),
                new NodeFacts(Rate.perMillionTokens("USD", "10", "10"), OptionalLong.of(4_000), Set.of("tools")));
        QosRouter router = router(a, b).build();
        assertThat(refusedA(router, RouteNeeds.builder().deny(a.id()))).contains("denies");
        assertThat(refusedA(router, RouteNeeds.builder().denyOperators("one"))).contains("denies");
        assertThat(refusedA(router, RouteNeeds.builder().allow(b.id()))).contains("allowed");
        assertThat(refusedA(router, RouteNeeds.builder().allowOperators("two"))).contains("allowed");
        assertThat(refusedA(router, RouteNeeds.builder().model("other"))).contains("model");
        assertThat(refusedA(router, RouteNeeds.builder().capability("vision"))).contains("vision");
        assertThat(refusedA(router, RouteNeeds.builder().maxCost(new BigDecimal("0.001"))))
                .contains("cost");
        assertThat(refusedA(router, RouteNeeds.builder().size(new RequestSize(8000, 100))))
                .contains("context");
        assertThat(refusedA(router, RouteNeeds.builder().accuracy("gsm8k", 0.1)))
                .contains("not known");
        assertThat(refusedA(router, RouteNeeds.builder().firstToken(Duration.ofSeconds(1))))
                .contains("not known");
        assertThat(router.select(RouteNeeds.builder().capability("tools").build())
                        .candidates())
                .hasSize(1);
    }

    private String refusedA(QosRouter router, RouteNeeds.Builder needs) {
        return router.select(needs.build()).refused().stream()
                .filter(refusal -> refusal.node().equals(a))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void a_suspect_never_gets_a_request_even_if_nobody_else_is_there() {
        accuracy(a, 99, 100, Trust.SUSPECT);
        QosRouter router = router(a).exploration(new Exploration(0.5, 1)).build();
        assertThat(router.route(RouteNeeds.ANY, SIZE)).isEmpty();
        assertThatThrownBy(() -> router.choose(RouteNeeds.ANY, SIZE))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("suspected");
    }

    @Test
    void the_preference_list_comes_first_as_long_as_its_nodes_are_well() {
        QosRouter router = router(a, b, c).build();
        RouteNeeds needs = RouteNeeds.builder().prefer(c.id(), b.id()).build();
        assertThat(picks(router, needs, 50)).containsOnlyKeys(c);
        fail(router, c, 3);
        assertThat(picks(router, needs, 50)).containsOnlyKeys(b);
    }

    @Test
    void all_policies_prefer_the_node_that_is_better_in_everything() {
        accuracy(a, 95, 100, Trust.TRUSTED);
        accuracy(b, 60, 100, Trust.TRUSTED);
        facts.put(b.id(), price("4"));
        for (RoutingPolicy policy : List.of(
                RoutingPolicy.expectedUtility(), RoutingPolicy.lexicographic(), RoutingPolicy.multiplicative())) {
            QosRouter router = router(a, b).policy(policy).operatorCap(1).build();
            assertThat(picks(router, RouteNeeds.ANY, 100).getOrDefault(a, 0))
                    .as(policy.name())
                    .isGreaterThan(90);
        }
    }

    @Test
    void own_terms_and_filters_take_part() {
        QosRouter router = router(a, b, c)
                .policy(RoutingPolicy.expectedUtility()
                        .plus(ScoreTerm.of(
                                "liking", (candidate, size) -> candidate.node().equals(b) ? 1 : 0)))
                .filter((candidate, needs) -> candidate.node().equals(c) ? Optional.of("Not today.") : Optional.empty())
                .operatorCap(1)
                .build();
        assertThat(picks(router, RouteNeeds.ANY, 100)).containsOnlyKeys(b);
        assertThat(router.select(RouteNeeds.ANY).refused())
                .extracting(Refusal::reason)
                .containsExactly("Not today.");
    }
}
