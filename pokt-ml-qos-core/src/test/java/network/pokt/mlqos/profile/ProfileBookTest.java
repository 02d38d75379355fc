package network.pokt.mlqos.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.price.TokenClaim;
import network.pokt.mlqos.price.UsageCheck;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class ProfileBookTest {

    private static final NodeId NODE = new NodeId("pokt1supplier", "llm");
    private static final NodeId OTHER = new NodeId("pokt1other", "llm");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final ProfileBook book = book(new WindowRule(4, 2, Duration.ofHours(1)));

    private ProfileBook book(WindowRule rule) {
        return ProfileBook.builder(time).window(rule).build();
    }

    @Test
    void knows_nothing_of_a_node_that_was_never_seen() {
        assertThat(book.of(NODE)).isEmpty();
        assertThat(book.of(NODE, "t")).isEmpty();
        assertThat(book.scores(NODE, "t")).isEmpty();
        assertThat(book.bytes(NODE)).isZero();
    }

    @Test
    void knows_a_node_by_its_relays_alone() {
        book.record(NODE, RelayObservation.answered(SECOND));

        assertThat(book.of(NODE, "t")).isEmpty();
        assertThat(book.scores(NODE, "t")).isEmpty();
        assertThat(book.of(NODE).orElseThrow().tasks()).isEmpty();
    }

    @Test
    void counts_a_failure_as_wrong_unless_it_is_ours() {
        book.recordScore(NODE, "t", 0, 1);
        book.recordScore(NODE, "t", 1, 1);
        book.recordFailure(NODE, "t", 2, FaultCause.NOT_FOUND);
        book.recordFailure(NODE, "t", 3, FaultCause.CANCELLED);

        NodeProfile profile = book.of(NODE).orElseThrow();
        assertThat(profile.accuracy("t").orElseThrow().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(profile.accuracy("t").orElseThrow().n()).isEqualTo(3);
        assertThat(profile.accuracyOfAnswered("t").orElseThrow().value()).isEqualTo(1);
        assertThat(profile.task("t").orElseThrow().answeredShare()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void has_one_sample_after_one_sample_and_the_newest_ones_when_full() {
        book.recordScore(NODE, "t", 0, 0.25);
        assertThat(book.of(NODE, "t").orElseThrow().accuracy().n()).isEqualTo(1);
        assertThat(book.of(NODE, "t").orElseThrow().accuracy().value()).isEqualTo(0.25);
        for (int item = 1; item <= 5; item++) {
            time.advance(SECOND);
            book.recordScore(NODE, "t", item, item / 10.0);
        }

        assertThat(book.scores(NODE, "t")).extracting(ItemScore::item).containsExactly(2, 3, 4, 5);
        assertThat(book.scores(NODE, "t")).extracting(ItemScore::score).containsExactly(0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void recomputes_what_is_left_when_samples_expire_although_nothing_new_came() {
        book.recordScore(NODE, "t", 0, 0);
        time.advance(Duration.ofMinutes(40));
        book.recordScore(NODE, "t", 1, 1);
        assertThat(book.of(NODE).orElseThrow().trust()).isEqualTo(Trust.TRUSTED);
        time.advance(Duration.ofMinutes(30));

        assertThat(book.of(NODE).orElseThrow().accuracy("t").orElseThrow().value())
                .isEqualTo(1);
        assertThat(book.of(NODE).orElseThrow().trust()).isEqualTo(Trust.UNPROVEN);
        time.advance(Duration.ofMinutes(31));
        assertThat(book.of(NODE).orElseThrow().tasks()).isEmpty();
    }

    @Test
    void counts_an_item_once_with_its_latest_score() {
        book.recordScore(NODE, "t", 7, 0);
        time.advance(SECOND);
        book.recordScore(NODE, "t", 7, 1);

        assertThat(book.of(NODE, "t").orElseThrow().accuracy().n()).isEqualTo(1);
        assertThat(book.of(NODE, "t").orElseThrow().accuracy().value()).isEqualTo(1);
    }

    @Test
    void compares_two_nodes_on_the_items_that_both_were_asked() {
        for (int item = 0; item < 3; item++) {
            book.recordScore(NODE, "t", item, 1);
            book.recordScore(OTHER, "t", item + 1, item == 0 ? 0 : 1);
        }

        assertThat(book.difference(NODE, OTHER, "t").n()).isEqualTo(2);
        assertThat(book.difference(NODE, OTHER, "t").value()).isEqualTo(0.5);
        assertThat(book.difference(NODE, OTHER, "unknown").n()).isZero();
    }

    @Test
    void tells_reliability_by_cause_and_leaves_our_own_faults_out() {
        for (int i = 0; i < 8; i++) {
            book.record(NODE, RelayObservation.answered(SECOND));
        }
        book.record(NODE, RelayObservation.failed(FaultCause.SERVER_ERROR, SECOND));
        book.record(NODE, RelayObservation.failed(FaultCause.RATE_LIMITED, SECOND));
        book.record(NODE, RelayObservation.failed(FaultCause.DEADLINE, SECOND));

        NodeProfile profile = book.of(NODE).orElseThrow();
        assertThat(profile.reliability().value()).isEqualTo(0.8);
        assertThat(profile.reliability().n()).isEqualTo(10);
        assertThat(profile.faults()).containsEntry(FaultCause.DEADLINE, 1L).hasSize(3);
    }

    @Test
    void forgets_relays_beyond_the_horizon() {
        book.record(NODE, RelayObservation.failed(FaultCause.SERVER_ERROR, SECOND));
        time.advance(Duration.ofDays(3));
        assertThat(book.of(NODE).orElseThrow().reliability().value()).isZero();
        time.advance(Duration.ofDays(5));

        assertThat(book.of(NODE).orElseThrow().reliability().n()).isZero();
        assertThat(book.of(NODE).orElseThrow().faults()).isEmpty();
    }

    @Test
    void expects_long_answers_to_take_longer() {
        for (int i = 0; i < 20; i++) {
            long prompt = 100 + 37 * i % 400;
            long output = 10 + 13 * i % 90;
            book.record(
                    NODE,
                    RelayObservation.answered(Duration.ofMillis(50 + 2 * prompt + 20 * output))
                            .streamed(Duration.ofMillis(50 + 2 * prompt), output)
                            .lengths(prompt, 10 * output));
        }

        NodeProfile profile = book.of(NODE).orElseThrow();
        assertThat(profile.expected(1000, 100).orElseThrow().toMillis()).isBetween(4049L, 4051L);
        assertThat(profile.perOutputToken().orElseThrow().p50().toMillis()).isBetween(19L, 24L);
        assertThat(profile.firstToken().orElseThrow().n()).isEqualTo(20);
        assertThat(profile.total()).isPresent();
    }

    @Test
    void tells_how_much_more_is_billed_than_delivered() {
        for (int i = 0; i < 300; i++) {
            TokenClaim prompt = TokenClaim.of(10, 10);
            book.recordBill(NODE, UsageCheck.of(prompt, new TokenClaim(i < 100 ? 500 : 121, 100, 1)));
        }

        assertThat(book.of(NODE).orElseThrow().overbillRatio().orElseThrow().value())
                .isCloseTo(121 / 101.0, within(1e-9));
    }

    @Test
    void suspects_whom_an_alarm_doubts_and_voids_scores_from_before_another_model() {
        book.recordScore(NODE, "t", 0, 1);
        time.advance(SECOND);
        book.raise(NODE, new Alarm(Alarm.Kind.LATENCY, time.now(), 1e6, "twice as slow"));
        assertThat(book.of(NODE).orElseThrow().trust()).isEqualTo(Trust.UNPROVEN);
        book.raise(NODE, new Alarm(Alarm.Kind.MODEL, time.now(), 1e6, "another model answers"));
        book.recordScore(NODE, "t", 1, 0);

        NodeProfile profile = book.of(NODE).orElseThrow();
        assertThat(profile.trust()).isEqualTo(Trust.SUSPECT);
        assertThat(profile.alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.MODEL, Alarm.Kind.LATENCY);
        assertThat(profile.accuracy("t").orElseThrow().value()).isZero();
        book.withdraw(NODE, Alarm.Kind.MODEL);
        assertThat(book.of(NODE).orElseThrow().trust()).isEqualTo(Trust.UNPROVEN);
    }

    @Test
    void is_written_down_and_read_back() throws IOException {
        fill(book, NODE);
        book.recordScore(NODE, "t", 3, 0.75);
        book.raise(NODE, new Alarm(Alarm.Kind.BILLING, time.now(), Double.POSITIVE_INFINITY, "bills too much"));
        StringWriter written = new StringWriter();
        book.save(written);
        ProfileBook copy = book(new WindowRule(4, 2, Duration.ofHours(1)));
        copy.load(new StringReader(written.toString()));
        StringWriter again = new StringWriter();
        copy.save(again);

        assertThat(again).hasToString(written.toString());
        NodeProfile profile = copy.of(NODE).orElseThrow();
        assertThat(profile.accuracy("t").orElseThrow())
                .isEqualTo(book.of(NODE).orElseThrow().accuracy("t").orElseThrow());
        assertThat(profile.trust()).isEqualTo(Trust.SUSPECT);
        assertThat(profile.spend()).isEqualTo(new Spend(3, 20, 10));
    }

    @Test
    void says_which_line_it_cannot_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.load(new StringReader("{}")))
                .withMessageContaining("Line 1");
        assertThatIllegalArgumentException().isThrownBy(() -> book.load(new StringReader("nonsense")));
    }

    @Test
    void merges_what_two_observers_saw() {
        ProfileBook here = book(WindowRule.DEFAULT);
        ProfileBook there = book(WindowRule.DEFAULT);
        fill(here, NODE);
        there.recordScore(NODE, "another", 5, 1);
        there.recordScore(NODE, "t", 9, 0);
        there.record(NODE, RelayObservation.failed(FaultCause.EMPTY, SECOND));
        fill(there, OTHER);
        here.merge(there);

        assertThat(here.nodes()).containsExactly(OTHER, NODE);
        assertThat(here.of(NODE).orElseThrow().tasks()).containsExactly("another", "t");
        assertThat(here.of(NODE, "t").orElseThrow().accuracy().n()).isEqualTo(3);
        assertThat(here.of(NODE).orElseThrow().reliability().n()).isEqualTo(2);
        assertThat(there.of(NODE, "t").orElseThrow().accuracy().n()).isEqualTo(1);
    }

    @Test
    void keeps_at_most_so_many_nodes_and_drops_the_silent_ones_first() {
        ProfileBook small = ProfileBook.builder(time).mostNodes(2).build();
        for (String supplier : List.of("a", "b", "c")) {
            small.recordScore(new NodeId(supplier, "llm"), "t", 0, 1);
            time.advance(SECOND);
        }

        assertThat(small.nodes()).extracting(NodeId::supplier).containsExactly("b", "c");
        small.forgetSilent(Duration.ofMillis(1500));
        assertThat(small.nodes()).extracting(NodeId::supplier).containsExactly("c");
    }

    @Test
    void states_its_memory_and_stays_within_it_however_much_comes() {
        ProfileBook large = book(new WindowRule(100, 50, Duration.ofDays(32)));
        for (int item = 0; item < 10_000; item++) {
            large.recordScore(NODE, "t", item, item % 2);
            large.record(NODE, RelayObservation.answered(Duration.ofMillis(200 + item)));
        }

        assertThat(large.bytes(NODE)).isBetween(1_000L, 8_000L);
    }

    @Test
    void loses_nothing_when_many_write_at_once() throws Exception {
        ProfileBook large = book(new WindowRule(4_000, 1, Duration.ofDays(1)));
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = List.of(0, 1, 2, 3).stream()
                    .<Future<?>>map(writer -> writers.submit(() -> {
                        for (int i = 0; i < 1000; i++) {
                            large.recordScore(NODE, "t", 1000 * writer + i, 1);
                            large.record(NODE, RelayObservation.answered(SECOND));
                        }
                    }))
                    .toList();
            for (Future<?> writer : done) {
                writer.get();
            }
        } finally {
            writers.shutdown();
        }

        assertThat(large.of(NODE, "t").orElseThrow().accuracy().n()).isEqualTo(4000);
        assertThat(large.of(NODE).orElseThrow().reliability().n()).isEqualTo(4000);
    }

    @Test
    void refuses_scores_and_items_that_are_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.recordScore(NODE, "t", 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> book.recordScore(NODE, "t", -1, 1));
    }

    private static void fill(ProfileBook book, NodeId node) {
        book.recordScore(node, "t", 0, 1);
        book.recordFailure(node, "t", 1, FaultCause.TRUNCATED);
        book.record(
                node,
                RelayObservation.answered(SECOND)
                        .streamed(Duration.ofMillis(90), 12)
                        .lengths(20, 10));
        book.recordBill(node, UsageCheck.of(TokenClaim.of(20, 20), TokenClaim.of(12, 10)));
        book.recordSpend(node, new Spend(3, 20, 10));
    }
}
