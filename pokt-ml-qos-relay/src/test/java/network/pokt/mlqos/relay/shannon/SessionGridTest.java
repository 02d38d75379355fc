package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import org.junit.jupiter.api.Test;

class SessionGridTest {

    private static SessionGrid grid(long blocks, long anchor, long numberAtAnchor) {
        return SessionGrid.of(new SharedParams(blocks, 10, 11, 10, 1, 10, 145_990, 1_000_000, anchor, numberAtAnchor));
    }

    /** The cases of poktroll's own {@code x/shared/types/session_anchored_grid_test.go}. */
    @Test
    void it_is_the_grid_of_the_chain() {
        SessionGrid before = grid(60, 1, 1);
        assertThat(before.start(130)).isEqualTo(121);
        assertThat(before.end(130)).isEqualTo(180);
        assertThat(before.number(130)).isEqualTo(3);

        SessionGrid after = grid(7, 181, 4);
        assertThat(after.start(181)).isEqualTo(181);
        assertThat(after.end(181)).isEqualTo(187);
        assertThat(after.start(188)).isEqualTo(188);
        assertThat(after.end(191)).isEqualTo(194);
        assertThat(after.number(181)).isEqualTo(4);
        assertThat(after.number(187)).isEqualTo(4);
        assertThat(after.number(188)).isEqualTo(5);
    }

    @Test
    void heights_before_the_first_block_are_in_no_session() {
        assertThat(grid(10, 1, 1).start(0)).isZero();
        assertThat(grid(10, 1, 1).end(-1)).isZero();
        assertThat(grid(10, 1, 1).number(0)).isZero();
    }

    @Test
    void an_anchor_that_is_not_there_or_not_reached_is_the_first_block() {
        assertThat(grid(10, 0, 0).start(15)).isEqualTo(11);
        assertThat(grid(10, 100, 7).start(15)).isEqualTo(11);
        assertThat(grid(10, 100, 7).number(15)).isEqualTo(2);
    }

    @Test
    void a_grid_without_blocks_is_refused() {
        assertThatThrownBy(() -> grid(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_height_is_in_exactly_one_session() {
        RandomCases.check(42, 500, draw -> {
            long blocks = draw.number(1, 100);
            long anchor = draw.number(1, 50);
            long height = draw.number(50, 100_000);
            SessionGrid grid = grid(blocks, anchor, 5);

            assertThat(height).isBetween(grid.start(height), grid.end(height));
            assertThat(grid.end(height) - grid.start(height)).isEqualTo(blocks - 1);
            assertThat(grid.start(grid.end(height) + 1)).isEqualTo(grid.end(height) + 1);
            assertThat(grid.number(grid.end(height) + 1)).isEqualTo(grid.number(height) + 1);
            assertThat(grid.graceEnd(grid.end(height))).isEqualTo(grid.end(height) + 10);
        });
    }
}
