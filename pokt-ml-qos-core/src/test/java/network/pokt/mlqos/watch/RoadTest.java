package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.evaluation.PlainApi;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.leaderboard.BoardSnapshot;
import network.pokt.mlqos.leaderboard.ProfileResults;
import network.pokt.mlqos.leaderboard.Taxonomy;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultRecorder;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.store.StoredResults;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;

/** One road: a watcher measures, profiles and a store keep what it saw, and both make the same board. */
class RoadTest {

    private static final Node GOOD = Node.at(URI.create("http://good.example"), "m");
    private static final Node FAIR = Node.at(URI.create("http://fair.example"), "m");
    private static final Node POOR = Node.at(URI.create("http://poor.example"), "m");
    private static final Task TASK = NumbersTask.of(200);

    @Test
    void profiles_and_the_store_make_the_same_board_of_what_a_watcher_saw() {
        VirtualTime time = new VirtualTime();
        FleetTransport fleet = new FleetTransport(
                time, (node, item) -> node.equals(GOOD) || item % 4 == 0 || (node.equals(FAIR) && item % 4 < 3));
        ProfileBook book = ProfileBook.builder(time).build();
        WatchPolicy policy = WatchPolicy.builder(1)
                .task(TASK, TaskPolicy.builder().samples(80, 80).batch(10).build())
                .perHour(Budget.builder().relays(100).build())
                .build();
        try (ResultStore store = ResultStore.inMemory(10_000);
                ResultRecorder recorder = ResultRecorder.builder(store, "watch", time)
                        .task(TASK)
                        .epochs(policy.epoch())
                        .build();
                Watcher watcher = Watcher.builder(policy, book, NodeDirectory.of(GOOD, FAIR, POOR))
                        .time(time)
                        .evaluations(task -> Evaluation.of(task)
                                .transport(fleet)
                                .api(new PlainApi())
                                .onEvent(recorder))
                        .start()) {
            time.advance(Duration.ofHours(6));
            assertThat(watcher.underWay()).isEmpty();

            Taxonomy taxonomy = Taxonomy.mean("all", Taxonomy.task(TASK.name()));
            Board live = ProfileResults.table(book).average(taxonomy);
            Board stored = StoredResults.table(store, Query.all()).average(taxonomy);

            assertThat(live.lines()).extracting(Board.Line::node).isEqualTo(List.of(GOOD.id(), FAIR.id(), POOR.id()));
            assertThat(live.lines()).allSatisfy(line -> {
                Board.Line kept = stored.of(line.node()).orElseThrow();
                assertThat(line.value().value()).isEqualTo(kept.value().value());
                assertThat(line.value().n()).isEqualTo(kept.value().n()).isEqualTo(80);
                assertThat(line.rank()).isEqualTo(kept.rank());
                assertThat(line.answered()).isEqualTo(1);
                assertThat(line.service().latency().orElseThrow().toMillis()).isBetween(980L, 1_020L);
            });
            BoardSnapshot snapshot = live.at(time.now());
            assertThat(BoardSnapshot.parse(snapshot.json())).isEqualTo(snapshot);
        }
    }
}
