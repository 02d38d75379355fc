package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.evaluation.PlainApi;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.profile.WindowRule;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;

class WatcherTest {

    private static final Node GOOD = Node.at(URI.create("http://good.example"), "m");
    private static final Node BAD = Node.at(URI.create("http://bad.example"), "m");
    private static final Task TASK = NumbersTask.of(200);

    private final VirtualTime time = new VirtualTime();
    private final ProfileBook book = ProfileBook.builder(time)
            .window(new WindowRule(40, 20, Duration.ofDays(2)))
            .build();
    private final List<Node> present = new CopyOnWriteArrayList<>(List.of(GOOD, BAD));
    private final FleetTransport fleet = new FleetTransport(time, (node, item) -> node.equals(GOOD) || item % 2 == 0);
    private final TaskPolicy.Builder task = TaskPolicy.builder().samples(20, 20).batch(3);
    private final WatchPolicy.Builder policy = WatchPolicy.builder(1);

    @Test
    void measures_every_node_on_the_same_items_and_then_rests() {
        try (Watcher watcher = start(TASK)) {
            time.advance(Duration.ofHours(2));

            assertThat(watcher.nodes()).containsExactlyInAnyOrder(GOOD.id(), BAD.id());
            assertThat(watcher.underWay()).isEmpty();
        }
        assertThat(book.of(GOOD.id(), "numbers").orElseThrow().accuracy().value())
                .isEqualTo(1);
        assertThat(book.of(BAD.id(), "numbers").orElseThrow().accuracy().value())
                .isBetween(0.2, 0.8);
        assertThat(book.of(GOOD.id()).orElseThrow().trust()).isEqualTo(Trust.TRUSTED);
        assertThat(fleet.itemsOf(GOOD))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fleet.itemsOf(BAD));
        assertThat(book.of(GOOD.id()).orElseThrow().spend().relays()).isEqualTo(20);
        assertThat(book.of(GOOD.id()).orElseThrow().reliability().n()).isEqualTo(20);
        assertThat(book.difference(GOOD.id(), BAD.id(), "numbers").n()).isEqualTo(20);
    }

    @Test
    void measures_again_with_fresh_items_when_samples_expire() {
        try (Watcher watcher = start(TASK)) {
            time.advance(Duration.ofHours(2));
            time.advance(Duration.ofDays(2));

            assertThat(fleet.itemsOf(GOOD)).hasSize(40).doesNotHaveDuplicates();
            assertThat(watcher.nodes()).hasSize(2);
        }
    }

    @Test
    void lets_a_node_wait_while_it_is_in_no_session_and_forgets_it_when_it_never_returns() {
        policy.forgetAfter(Duration.ofDays(5));
        present.remove(BAD);
        try (Watcher watcher = start(TASK)) {
            time.advance(Duration.ofHours(1));
            assertThat(fleet.itemsOf(BAD)).isEmpty();
            present.add(BAD);
            time.advance(Duration.ofHours(1));
            assertThat(fleet.itemsOf(BAD)).hasSize(20);
            present.remove(BAD);
            time.advance(Duration.ofDays(4));
            assertThat(watcher.nodes()).contains(BAD.id());
            time.advance(Duration.ofDays(2));
            assertThat(watcher.nodes()).containsExactly(GOOD.id());
        }
        assertThat(book.of(BAD.id())).isEmpty();
    }

    @Test
    void begins_a_task_when_its_requirement_is_met() {
        Task liveness = new NumbersTask("liveness", 50, 1);
        task.requires(Requirement.passed("liveness", 0.9, 20));
        policy.task(liveness, TaskPolicy.builder().samples(20, 20).build());
        try (Watcher watcher = start(TASK)) {
            time.advance(Duration.ofHours(3));
            assertThat(watcher.nodes()).hasSize(2);
        }

        assertThat(book.of(GOOD.id(), "numbers")).isPresent();
        assertThat(book.of(BAD.id(), "liveness")).isPresent();
        assertThat(book.of(BAD.id(), "numbers")).isEmpty();
    }

    @Test
    void spends_no_more_in_an_hour_than_it_may_and_asks_the_rest_later() {
        policy.perHour(Budget.builder().relays(7).build());
        try (Watcher watcher = start(TASK)) {
            for (int hour = 1; hour <= 6; hour++) {
                time.advance(Duration.ofHours(1));
                assertThat(fleet.sent.size()).isLessThanOrEqualTo(7 * hour);
            }
            time.advance(Duration.ofHours(2));
            assertThat(watcher.nodes()).hasSize(2);
        }
        assertThat(new HashSet<>(fleet.itemsOf(GOOD))).hasSize(20);
        assertThat(fleet.sent).hasSize(40);
    }

    @Test
    void keeps_to_money_per_hour_although_errands_run_at_once() {
        policy.perHour(Budget.builder().cost(new BigDecimal("0.10")).build());
        try (Watcher watcher = start(TASK)) {
            time.advance(Duration.ofMinutes(59));
            assertThat(watcher.nodes()).hasSize(2);
        }

        assertThat(fleet.sent.size()).isBetween(1, 10);
    }

    @Test
    void is_as_hard_to_foresee_as_traffic() {
        task.samples(20, 20).batch(1).schedule(Schedule.about(Duration.ofMinutes(10)));
        present.remove(BAD);
        try (Watcher watcher = start(TASK)) {
            List<Long> gaps = new CopyOnWriteArrayList<>();
            int seen = 0;
            long last = 0;
            for (long second = 0; second < 36_000; second++) {
                time.advance(Duration.ofSeconds(1));
                if (fleet.sent.size() > seen) {
                    seen = fleet.sent.size();
                    gaps.add(second - last);
                    last = second;
                }
            }
            double mean = gaps.stream().mapToLong(Long::longValue).average().orElseThrow();
            double deviation = Math.sqrt(gaps.stream()
                    .mapToDouble(gap -> (gap - mean) * (gap - mean))
                    .average()
                    .orElseThrow());
            assertThat(gaps).hasSize(20);
            assertThat(deviation / mean).isGreaterThan(0.5);
            assertThat(watcher.nodes()).hasSize(1);
        }
    }

    @Test
    void sends_nothing_more_and_aborts_what_is_under_way_when_it_is_closed() {
        Watcher watcher = start(TASK);
        time.advance(Duration.ofMillis(1));
        assertThat(watcher.underWay()).hasSize(2);
        int sent = fleet.sent.size();
        watcher.close();
        watcher.close();
        time.advance(Duration.ofDays(1));

        assertThat(fleet.sent).hasSize(sent);
        assertThat(fleet.cancelled).isEqualTo(sent);
        assertThat(watcher.underWay()).isEmpty();
        assertThat(book.of(GOOD.id(), "numbers")).isEmpty();
    }

    @Test
    void goes_on_when_the_directory_fails() {
        boolean[] failing = {true};
        policy.task(TASK, task.build());
        Watcher.Builder watcher = Watcher.builder(policy.build(), book, () -> {
            if (failing[0]) {
                throw new IllegalStateException("the chain is away");
            }
            return present;
        });
        try (Watcher started = prepared(watcher).start()) {
            time.advance(Duration.ofHours(1));
            assertThat(started.nodes()).isEmpty();
            failing[0] = false;
            time.advance(Duration.ofHours(1));
        }

        assertThat(fleet.itemsOf(GOOD)).hasSize(20);
    }

    @Test
    void goes_on_where_an_earlier_process_stopped() {
        try (Watcher first = start(TASK)) {
            time.advance(Duration.ofMinutes(1));
            assertThat(first.nodes()).hasSize(2);
        }
        int asked = fleet.itemsOf(GOOD).size();
        try (Watcher second =
                prepared(Watcher.builder(policy.build(), book, () -> present)).start()) {
            time.advance(Duration.ofHours(1));
            assertThat(second.nodes()).hasSize(2);
        }

        assertThat(asked).isLessThan(20);
        assertThat(new HashSet<>(fleet.itemsOf(GOOD))).hasSize(20);
        assertThat(book.of(GOOD.id(), "numbers").orElseThrow().accuracy().n()).isEqualTo(20);
    }

    @Test
    void says_what_it_lacks_before_anything_is_sent() {
        policy.task(TASK, task.build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Watcher.builder(policy.build(), book, () -> present).start())
                .withMessageContaining("evaluations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchPolicy.builder(1).build());
        assertThatIllegalArgumentException().isThrownBy(() -> policy.task(TASK, task.build()));
    }

    private Watcher start(Task measured) {
        policy.task(measured, task.build());
        return prepared(Watcher.builder(policy.build(), book, () -> present)).start();
    }

    private Watcher.Builder prepared(Watcher.Builder watcher) {
        return watcher.time(time)
                .evaluations(asked -> Evaluation.of(asked)
                        .transport(fleet)
                        .api(new PlainApi())
                        .rates(node -> new Rate("USD", new BigDecimal("0.01"), BigDecimal.ZERO, BigDecimal.ZERO)));
    }
}
