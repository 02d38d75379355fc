package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How many a node takes at once is found out from who had to wait. */
class SeatsTest {

    private static final double IDLE = 0.4;
    private static final double STAY = 6;

    private final Seats seats = new Seats();

    /** A node of so many seats, met with 0 to {@code most} others under way. */
    private void serve(int size, int most, int relays) {
        SplittableRandom random = new SplittableRandom(size);
        for (int i = 0; i < relays; i++) {
            int before = random.nextInt(most + 1);
            double wait = Math.max(0, before + 1 - size) * STAY / size;
            seats.stayed(STAY);
            seats.first(before, wait + 0.1 * (random.nextDouble() - 0.5), IDLE);
        }
    }

    @Test
    void the_size_of_a_node_is_found() {
        for (int size : new int[] {1, 2, 8, 32}) {
            serve(size, 2 * size, 1_000);
            assertThat(seats.limit()).as("%d seats", size).isCloseTo(size, within(1.0));
            assertThat(seats.turn()).isCloseTo(STAY / size, within(0.2 * STAY / size + STAY / size / size));
        }
    }

    @Test
    void what_was_never_tried_stays_at_the_cautious_start() {
        serve(32, 2, 1_000);
        assertThat(seats.limit()).isEqualTo(Seats.START);
    }

    @Test
    void seats_that_others_take_are_noticed() {
        serve(16, 32, 1_000);
        serve(4, 12, 1_000);
        assertThat(seats.limit()).isCloseTo(4, within(1.0));
    }
}
