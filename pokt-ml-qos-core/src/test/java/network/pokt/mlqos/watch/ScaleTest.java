package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.RelayObservation;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand nodes and sixty tasks; docs/scaling.md has the figures. */
@Tag("long")
class ScaleTest {

    private static final int TASKS = 60;

    @Test
    void a_node_with_sixty_tasks_of_fifty_samples_takes_less_than_fifty_kilobytes() {
        assertThat(bytes(50)).as("50 samples").isBetween(20_000L, 50_000L);
        assertThat(bytes(100)).as("100 samples").isBetween(40_000L, 90_000L);
    }

    private static long bytes(int samples) {
        ProfileBook book = ProfileBook.builder(new VirtualTime()).build();
        NodeId node = new NodeId("s", "llm");
        for (int task = 0; task < TASKS; task++) {
            for (int item = 0; item < samples; item++) {
                book.recordScore(node, "task" + task, item, item % 2);
            }
        }
        for (int relay = 0; relay < 500; relay++) {
            book.record(
                    node,
                    RelayObservation.answered(Duration.ofMillis(200 + 6L * relay))
                            .streamed(Duration.ofMillis(50 + relay), 2 + relay % 64)
                            .lengths(relay, 30));
        }
        return book.bytes(node);
    }

    @Test
    void one_look_at_six_hundred_thousand_pairs_takes_seconds_at_most() {
        List<Pair> pairs = new ArrayList<>();
        for (int node = 0; node < 10_000; node++) {
            NodeId id = new NodeId("s" + node, "llm" + node % 10);
            Estimate accuracy = Estimate.ofProportion(node % 50, 50);
            for (int task = 0; task < TASKS; task++) {
                pairs.add(new Pair(id, task, id.service(), true, true, accuracy, 0, null, 0));
            }
        }
        WatchPolicy.Builder policy = WatchPolicy.builder(1);
        for (int task = 0; task < TASKS; task++) {
            policy.task(
                    new NumbersTask("task" + task, 1000, 1),
                    TaskPolicy.builder()
                            .samples(50, 200)
                            .allocation(Allocation.forRanks())
                            .build());
        }
        Due due = new Due(policy.build());
        Moment now = Moment.at(new VirtualTime().now());
        assertThat(due.next(pairs, now, Long.MAX_VALUE)).isNotEmpty();
        long start = System.nanoTime();
        due.next(pairs, now, Long.MAX_VALUE);
        Duration look = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("[scale] one look at " + pairs.size() + " pairs: " + look.toMillis()
                + " ms; bytes per node: " + bytes(50) + " and " + bytes(100));

        assertThat(look).isLessThan(Duration.ofSeconds(10));
    }
}
