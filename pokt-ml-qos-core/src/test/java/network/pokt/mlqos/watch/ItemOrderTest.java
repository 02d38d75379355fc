package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ItemOrderTest {

    @Test
    void asks_each_document_once_before_any_is_asked_again() {
        for (int size : new int[] {1, 2, 3, 5, 64, 65, 1319, 10_042}) {
            ItemOrder order = new ItemOrder(9, size);
            for (int round = 0; round < 3; round++) {
                BitSet seen = new BitSet();
                for (long place = (long) round * size; place < (round + 1L) * size; place++) {
                    int item = order.item(place);
                    assertThat(item).isBetween(0, size - 1);
                    seen.set(item);
                }
                assertThat(seen.cardinality()).as("round %d of %d", round, size).isEqualTo(size);
            }
        }
    }

    @Test
    void is_the_same_for_everyone_who_knows_the_seed_and_another_on_each_round() {
        assertThat(first(new ItemOrder(9, 1000), 0)).isEqualTo(first(new ItemOrder(9, 1000), 0));
        assertThat(first(new ItemOrder(9, 1000), 0)).isNotEqualTo(first(new ItemOrder(8, 1000), 0));
        assertThat(first(new ItemOrder(9, 1000), 0)).isNotEqualTo(first(new ItemOrder(9, 1000), 1000));
    }

    /** Of 1,000 documents over 2,000 seeds the first one is to be uniform: chi-square with 9 degrees in tenths, 0.1 %: 27.9. */
    @Test
    void prefers_no_document() {
        long[] tenths = new long[10];
        for (int seed = 0; seed < 2000; seed++) {
            tenths[new ItemOrder(seed, 1000).item(7) / 100]++;
        }
        double chiSquare = 0;
        for (long count : tenths) {
            chiSquare += (count - 200.0) * (count - 200.0) / 200;
        }
        assertThat(chiSquare).isLessThan(27.9);
    }

    @Test
    void refuses_an_empty_pool_and_a_place_before_the_first() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemOrder(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemOrder(1, 5).item(-1));
    }

    private static List<Integer> first(ItemOrder order, long from) {
        return LongStream.range(from, from + 20).mapToObj(order::item).toList();
    }
}
