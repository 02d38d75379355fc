package network.pokt.mlqos.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.RelayObservation;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class ProfileResultsTest {

    private static final NodeId A = new NodeId("a", "llm");
    private static final NodeId B = new NodeId("b", "llm");
    private static final NodeId SILENT = new NodeId("silent", "llm");

    private final VirtualTime time = new VirtualTime();
    private final ProfileBook book = ProfileBook.builder(time).build();

    @Test
    void a_row_says_of_a_task_what_the_profile_does() {
        for (int item = 0; item < 40; item++) {
            book.recordScore(A, "arc", item, item % 4 == 0 ? 0 : 1);
            book.record(A, RelayObservation.answered(Duration.ofMillis(200)).streamed(Duration.ofMillis(50), 4));
        }
        for (int item = 40; item < 50; item++) {
            book.recordFailure(A, "arc", item, FaultCause.SERVER_ERROR);
            book.recordFailure(A, "arc", 50 + item, FaultCause.CANCELLED);
        }
        NodeProfile profile = book.of(A).orElseThrow();

        List<TaskResult> rows = ProfileResults.rows(profile);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.node()).isEqualTo(A);
            assertThat(row.task()).isEqualTo("arc");
            assertThat(row.score()).isEqualTo(profile.accuracy("arc").orElseThrow());
            assertThat(row.score().value()).isEqualTo(0.6);
            assertThat(row.concluded()).isEqualTo(50);
            assertThat(row.answered()).isEqualTo(40);
            assertThat(row.latency().orElseThrow().toMillis()).isBetween(195L, 205L);
            assertThat(row.firstToken().orElseThrow().toMillis()).isBetween(49L, 51L);
            assertThat(row.currency()).isEmpty();
        });
    }

    @Test
    void a_book_is_a_board_with_ranks_and_with_what_is_missing() {
        for (int item = 0; item < 50; item++) {
            book.recordScore(A, "arc", item, 1);
            book.recordScore(B, "arc", item, item % 2);
            book.recordScore(B, "gsm8k", item, 1);
        }
        book.record(SILENT, RelayObservation.answered(Duration.ofMillis(200)));

        Board board =
                ProfileResults.table(book).average(Taxonomy.mean("both", Taxonomy.task("arc"), Taxonomy.task("gsm8k")));

        assertThat(board.lines()).extracting(Board.Line::node).containsExactly(B, A);
        assertThat(board.of(A).orElseThrow().coverage()).isEqualTo(0.5);
        assertThat(board.of(A).orElseThrow().rank()).isEqualTo(new RankInterval(1, 1));
        assertThat(board.of(B).orElseThrow().rank()).isEqualTo(new RankInterval(2, 2));
    }

    @Test
    void what_has_expired_is_gone_from_the_next_table() {
        book.recordScore(A, "arc", 0, 1);
        time.advance(Duration.ofDays(33));
        book.recordScore(B, "arc", 0, 1);

        assertThat(ProfileResults.table(book).nodes()).containsExactly(B);
    }
}
