package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** What a router chooses, and how it says so. */
class QosRouterTest {

    private static final RequestSize SIZE = new RequestSize(1000, 100);

    private final VirtualTime time = new VirtualTime();
    private final Map<NodeId, NodeProfile> profiles = new HashMap<>();
    private final Map<NodeId, NodeFacts> facts = new HashMap<>();
    private final Node a = Stage.node("a", "one");
    private final Node b = Stage.node("b", "two");
    private final Node c = Stage.node("c", "three");

    private QosRouter.Builder router(Node... nodes) {
        return QosRouter.builder(NodeDirectory.of(nodes))
                .time(time)
                .profiles(id -> Optional.ofNullable(profiles.get(id)))
                .facts(node -> facts.getOrDefault(node.id(), price("1")))
                .exploration(Exploration.NONE)
                .seed(7);
    }

    private static NodeFacts price(String perMillion) {
        return NodeFacts.priced(Rate.perMillionTokens("USD", perMillion, perMillion));
    }

    private void accuracy(Node node, long right, long n, Trust trust) {
        profiles.put(
                node.id(),
                NodeProfile.builder(node.id(), Instant.EPOCH)
                        .accuracy("mmlu", Estimate.ofProportion(right, n))
                        .trust(trust)
                        .build());
    }

    private void answer(QosRouter router, Node node, int times, Duration first, Duration total) {
        RouteNeeds only = RouteNeeds.builder().allow(node.id()).build();
        for (int i = 0; i < times; i++) {
            time.advance(Duration.ofSeconds(1));
            router.route(only, SIZE).orElseThrow().answered(Observation.streamed(SIZE, first, total));
        }
    }

    private void fail(QosRouter router, Node node, int times) {
        RouteNeeds only = RouteNeeds.builder().allow(node.id()).build();
        for (int i = 0; i < times; i++) {
            time.advance(Duration.ofSeconds(1));
            router.route(only, SIZE).orElseThrow().failed(FaultCause.SERVER_ERROR);
        }
    }

    private Map<Node, Integer> picks(QosRouter router, RouteNeeds needs, int n) {
        Map<Node, Integer> picks = new HashMap<>();
        for (int i = 0; i < n; i++) {
            picks.merge(router.choose(needs, SIZE), 1, Integer::sum);
        }
        return picks;
    }

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

    @Test
    void a_slow_answer_that_is_long_is_no_slow_node() {
        QosRouter router = router(a, b).build();
        RouteNeeds onlyA = RouteNeeds.builder().allow(a.id()).build();
        RouteNeeds onlyB = RouteNeeds.builder().allow(b.id()).build();
        for (int i = 0; i < 60; i++) {
            time.advance(Duration.ofSeconds(1));
            RequestSize big = new RequestSize(8000 + 10 * (i % 7), 1000);
            router.route(onlyA, big)
                    .orElseThrow()
                    .answered(Observation.streamed(big, Duration.ofMillis(1100), Duration.ofMillis(1100 + 999 * 20)));
            RequestSize small = new RequestSize(100 + 10 * (i % 7), 10);
            router.route(onlyB, small)
                    .orElseThrow()
                    .answered(Observation.streamed(small, Duration.ofMillis(310), Duration.ofMillis(310 + 9 * 20)));
        }
        NodeSignals long_ = router.view(a.id()).orElseThrow().signals();
        NodeSignals short_ = router.view(b.id()).orElseThrow().signals();
        assertThat(long_.tokensPerSecond()).isCloseTo(50, within(3.0));
        assertThat(short_.tokensPerSecond()).isCloseTo(50, within(3.0));
        assertThat(long_.firstToken().toMillis()).isCloseTo(short_.firstToken().toMillis(), within(150L));
    }

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
    void the_preference_list_comes_first_as_long_as_its_nodes_are_well() {
        QosRouter router = router(a, b, c).build();
        RouteNeeds needs = RouteNeeds.builder().prefer(c.id(), b.id()).build();
        assertThat(picks(router, needs, 50)).containsOnlyKeys(c);
        fail(router, c, 3);
        assertThat(picks(router, needs, 50)).containsOnlyKeys(b);
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

    @Test
    void sixteen_threads_lose_no_update() throws InterruptedException {
        Node[] nodes = IntStream.range(0, 20)
                .mapToObj(i -> Stage.node("n" + i, "op" + i % 5))
                .toArray(Node[]::new);
        AtomicInteger told = new AtomicInteger();
        QosRouter router = router(nodes)
                .listener(event -> told.addAndGet(event instanceof RouteEvent.Answered ? 1 : 0))
                .build();
        int threads = 16;
        int each = 1000;
        CountDownLatch done = new CountDownLatch(threads);
        List<Throwable> thrown = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < threads; t++) {
            boolean failing = t == 0;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    Lease lease = router.route(RouteNeeds.ANY, SIZE).orElseThrow();
                    if (failing && i % 2 == 0) {
                        lease.failed(FaultCause.SERVER_ERROR);
                    } else {
                        lease.answered(Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(2)));
                    }
                    lease.cancelled();
                }
                done.countDown();
            });
            thread.setUncaughtExceptionHandler((failed, e) -> {
                thrown.add(e);
                done.countDown();
            });
            thread.start();
        }
        done.await();
        assertThat(thrown).isEmpty();
        assertThat(told).hasValue(threads * each - each / 2);
        for (Node node : nodes) {
            assertThat(router.view(node.id()).orElseThrow().signals().inFlight())
                    .isZero();
        }
    }
}
