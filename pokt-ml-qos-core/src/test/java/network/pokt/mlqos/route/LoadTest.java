package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is under way at a node, in one word. */
class LoadTest {

    /** About the year 2300 on a clock that began in 1970: the sum of two such moments leaves its 48 bits many times over. */
    private static final long LATE = 10_000_000_000_000L;

    private final Load load = new Load();

    @Test
    void the_mean_age_of_those_that_wait_is_that_of_a_list_of_them() {
        load.await(1000, LATE);
        load.await(3000, LATE + 500);
        load.await(500, LATE + 700);
        assertThat(load.waitedSeconds(LATE + 1000)).isCloseTo((1.0 + 0.5 + 0.3) / 3, within(1e-9));
        assertThat(load.thousandsAhead()).isEqualTo(4.5);
        load.arrived(3000, LATE + 500);
        assertThat(load.waitedSeconds(LATE + 2000)).isCloseTo((2.0 + 1.3) / 2, within(1e-9));
        load.arrived(1000, LATE);
        load.arrived(500, LATE + 700);
        assertThat(load.waitedSeconds(LATE + 3000)).isZero();
        assertThat(load.thousandsAhead()).isZero();
    }

    @Test
    void a_clock_that_is_a_moment_behind_finds_nobody_waiting() {
        load.await(1000, LATE);
        assertThat(load.waitedSeconds(LATE - 3)).isZero();
    }

    @Test
    void clocks_below_zero_count_as_well() {
        load.await(1000, -5_000);
        load.await(1000, 1_000);
        assertThat(load.waitedSeconds(2_000)).isCloseTo(4, within(1e-9));
    }

    @Test
    void sixteen_threads_lose_nobody() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(16);
        for (int t = 0; t < 16; t++) {
            int thread = t;
            new Thread(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            load.begin();
                            load.await(i, LATE + thread);
                            load.arrived(i, LATE + thread);
                            load.end();
                        }
                        load.await(10, LATE);
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        assertThat(load.inFlight()).isZero();
        assertThat(load.thousandsAhead()).isEqualTo(0.16);
        assertThat(load.waitedSeconds(LATE + 100)).isCloseTo(0.1, within(1e-9));
    }
}
