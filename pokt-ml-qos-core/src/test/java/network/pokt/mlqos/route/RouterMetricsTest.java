package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** What a Micrometer registry has after relays ended. */
class RouterMetricsTest extends RouterFixture {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void answers_are_timed_and_their_tokens_counted_under_the_names_of_the_conventions() {
        QosRouter router = router(a).listener(RouterMetrics.to(registry)).build();
        answer(router, a, 4, Duration.ofMillis(300), Duration.ofMillis(300 + 99 * 20));
        assertThat(seconds("gen_ai.client.operation.duration")).isEqualTo(4 * 2.28);
        assertThat(seconds("gen_ai.client.operation.time_to_first_chunk")).isEqualTo(4 * 0.3);
        assertThat(seconds("gen_ai.client.operation.time_per_output_chunk")).isEqualTo(4 * 0.02);
        assertThat(tokens("input")).isEqualTo(4 * 1000);
        assertThat(tokens("output")).isEqualTo(4 * 100);
        assertThat(registry.get("gen_ai.client.operation.duration")
                        .tags("gen_ai.provider.name", "pokt", "gen_ai.request.model", "m")
                        .timer()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void a_whole_answer_has_no_time_to_its_first_chunk() {
        RouterMetrics.to(registry).on(new RouteEvent.Answered(a, Observation.whole(SIZE, Duration.ofSeconds(2))));
        assertThat(registry.find("gen_ai.client.operation.time_to_first_chunk").meters())
                .isEmpty();
        assertThat(seconds("gen_ai.client.operation.duration")).isEqualTo(2);
    }

    @Test
    void failures_are_counted_by_cause_and_blame_and_benched_nodes_too() {
        QosRouter router = router(a, b, c).listener(RouterMetrics.to(registry)).build();
        fail(router, a, 3);
        assertThat(registry.get("pokt.ml.qos.route.failures")
                        .tags("error.type", "server_error", "blame", "node")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.get("pokt.ml.qos.route.benched").counter().count()).isEqualTo(1);
    }

    @Test
    void what_hedges_cost_is_told() {
        RouterMetrics.to(registry)
                .on(new RouteEvent.GivenUp(a, Duration.ofSeconds(3), Optional.of(new BigDecimal("0.25"))));
        assertThat(seconds("pokt.ml.qos.route.given_up")).isEqualTo(3);
        assertThat(registry.get("pokt.ml.qos.route.given_up.cost").summary().totalAmount())
                .isEqualTo(0.25);
    }

    @Test
    void nodes_are_told_apart_only_where_that_is_asked_for() {
        assertThat(seriesOfThreeNodes(RouterMetrics.to(registry))).isEqualTo(1);
        registry.clear();
        assertThat(seriesOfThreeNodes(RouterMetrics.to(registry).byNode())).isEqualTo(3);
    }

    private int seriesOfThreeNodes(RouterMetrics metrics) {
        for (Node node : List.of(a, b, c)) {
            metrics.on(new RouteEvent.Failed(node, FaultCause.SERVER_ERROR));
        }
        return registry.get("pokt.ml.qos.route.failures").counters().size();
    }

    @Test
    void metrics_go_beside_another_listener_and_want_no_decisions_themselves() {
        List<RouteEvent> heard = new ArrayList<>();
        assertThat(RouterMetrics.to(registry).wantsDecisions()).isFalse();
        QosRouter router = router(a)
                .listener(RouterMetrics.to(registry).andThen(heard::add))
                .build();
        answer(router, a, 1, Duration.ofMillis(300), Duration.ofSeconds(1));
        assertThat(heard).hasSize(1);
        assertThat(registry.get("gen_ai.client.operation.duration").timer().count())
                .isEqualTo(1);
    }

    private double seconds(String name) {
        return registry.get(name).timer().totalTime(TimeUnit.NANOSECONDS) / 1e9;
    }

    private double tokens(String type) {
        return registry.get("gen_ai.client.token.usage")
                .tag("gen_ai.token.type", type)
                .summary()
                .totalAmount();
    }
}
