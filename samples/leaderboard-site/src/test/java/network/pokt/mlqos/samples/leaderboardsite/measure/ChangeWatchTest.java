package network.pokt.mlqos.samples.leaderboardsite.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.store.Finding;
import network.pokt.mlqos.store.Measurement;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {

    private static final NodeId NODE = new NodeId("s", "llm");
    private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");

    private final ProfileBook book = ProfileBook.builder(new VirtualTime()).build();
    private final ChangeWatch watch = new ChangeWatch(book);
    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Measurement> measured = new ArrayList<>();

    @Test
    void a_node_that_stays_as_it_is_does_not_alarm() {
        measure(600, 0.9, 0.02, 1);

        assertThat(watch.raised()).isEmpty();
    }

    @Test
    void a_worse_model_is_an_alarm_of_accuracy_with_its_evidence() {
        measure(300, 0.9, 0.02, 1);
        Instant change = measured.get(measured.size() - 1).at();
        measure(150, 0.4, 0.02, 1);

        assertThat(watch.raised()).hasSize(1);
        RaisedAlarm raised = watch.raised().get(0);
        assertThat(raised.alarm().kind()).isEqualTo(Alarm.Kind.ACCURACY);
        assertThat(raised.alarm().evidence()).isGreaterThanOrEqualTo(100);
        assertThat(Duration.between(change, raised.alarm().since()).abs()).isLessThan(Duration.ofDays(1));
        assertThat(book.of(NODE).orElseThrow().trust()).isEqualTo(Trust.SUSPECT);
    }

    @Test
    void a_slower_node_and_one_that_fails_more_alarm_too() {
        measure(300, 0.9, 0.02, 1);
        measure(150, 0.9, 0.02, 2);
        assertThat(watch.raised()).extracting(raised -> raised.alarm().kind()).containsExactly(Alarm.Kind.LATENCY);

        ChangeWatch other = new ChangeWatch(book);
        measured.clear();
        measure(300, 0.9, 0.02, 1);
        measure(300, 0.9, 0.3, 1);
        other.observe(measured);
        assertThat(other.raised())
                .extracting(raised -> raised.alarm().kind())
                .containsAnyOf(Alarm.Kind.AVAILABILITY, Alarm.Kind.ACCURACY);
    }

    @Test
    void a_restart_finds_the_same_again_in_the_store() {
        measure(300, 0.9, 0.02, 1);
        measure(150, 0.4, 0.02, 1);
        ResultStore store = ResultStore.inMemory(10_000);
        store.append(measured);

        ChangeWatch again = new ChangeWatch(book);
        again.replay(store, START.plus(Duration.ofDays(30)));

        assertThat(again.raised()).isEqualTo(watch.raised());
    }

    @Test
    void failures_of_ours_are_no_look_at_a_node() {
        measure(300, 0.9, 0.02, 1);
        for (int i = 0; i < 300; i++) {
            take(new Finding.Failed(FaultCause.DEADLINE), 0);
        }

        assertThat(watch.raised()).isEmpty();
    }

    private void measure(int times, double right, double failing, int slower) {
        for (int i = 0; i < times; i++) {
            Finding finding = random.nextDouble() < failing
                    ? new Finding.Failed(FaultCause.SERVER_ERROR)
                    : new Finding.Scored(Map.of("exact_match", random.nextDouble() < right ? 1.0 : 0.0));
            take(finding, (long) (400 * slower * random.nextDouble(0.9, 1.1)));
        }
    }

    private void take(Finding finding, long millis) {
        int index = measured.size();
        Measurement measurement = Measurement.builder(
                        "m" + index + "/" + System.identityHashCode(measured),
                        NODE,
                        "sums",
                        index,
                        START.plus(Duration.ofHours(index)))
                .finding(finding)
                .spend(new Spend(1, 30, finding instanceof Finding.Scored ? 20 : 0))
                .total(Duration.ofMillis(millis))
                .build();
        measured.add(measurement);
        watch.observe(List.of(measurement));
    }
}
