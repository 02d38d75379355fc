package network.pokt.mlqos.store;

import static network.pokt.mlqos.store.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends ResultStoreContract {

    @Override
    protected ResultStore create() {
        return ResultStore.inMemory(10_000);
    }

    @Test
    void of_more_than_fit_the_oldest_go_and_do_not_come_back() {
        try (ResultStore small = ResultStore.inMemory(10)) {
            assertThat(small.append(Samples.series(0, 15, A, "t"))).isEqualTo(15);

            assertThat(small.page(Query.all()).measurements()).isEqualTo(Samples.series(5, 15, A, "t"));
            assertThat(small.append(Samples.series(0, 15, A, "t"))).isZero();
            assertThat(small.append(List.of(Samples.at(3, Samples.B, "late")))).isZero();
        }
    }

    @Test
    void room_for_nothing_is_refused() {
        assertThatThrownBy(() -> ResultStore.inMemory(0)).hasMessageContaining("at least 1");
    }
}
