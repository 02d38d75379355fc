package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static network.pokt.mlqos.store.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.leaderboard.Taxonomy;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

class StoredResultsTest {

    @Test
    void a_store_feeds_a_board_with_failures_counted_as_wrong() {
        try (ResultStore store = ResultStore.inMemory(1_000)) {
            for (int i = 0; i < 40; i++) {
                store.append(List.of(
                        Measurement.builder("a" + i, A, "t", i, Samples.START)
                                .scored("exact_match", 1)
                                .total(Duration.ofMillis(200))
                                .charge(new Charge("USD", new BigDecimal("0.001")))
                                .build(),
                        Measurement.builder("b" + i, B, "t", i, Samples.START)
                                .finding(
                                        i % 4 == 0
                                                ? new Finding.Failed(FaultCause.SERVER_ERROR)
                                                : new Finding.Scored(Map.of("exact_match", 1.0)))
                                .build(),
                        Measurement.builder("ours" + i, B, "t", i, Samples.START)
                                .finding(new Finding.Failed(FaultCause.CANCELLED))
                                .build()));
            }

            Board board = StoredResults.table(store, Query.all()).average(Taxonomy.mean("all", Taxonomy.task("t")));

            assertThat(board.lines()).extracting(Board.Line::node).containsExactly(A, B);
            assertThat(board.lines().get(1).value().value()).isCloseTo(0.75, within(1e-12));
            assertThat(board.lines().get(1).answered()).isEqualTo(0.75);
            assertThat(board.lines().get(0).service().costPerRightAnswer().orElseThrow())
                    .isEqualByComparingTo("0.001");
            assertThat(board.lines().get(0).service().latency().orElseThrow().toMillis())
                    .isBetween(195L, 205L);
        }
    }
}
