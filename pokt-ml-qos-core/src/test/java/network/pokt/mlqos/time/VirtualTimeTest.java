package network.pokt.mlqos.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    private final VirtualTime time = new VirtualTime();
    private final List<String> ran = new ArrayList<>();

    private void at(int seconds, String name) {
        time.schedule(Duration.ofSeconds(seconds), () -> ran.add(name));
    }

    @Test
    void both_clocks_move_together_and_only_when_told() {
        Instant start = time.now();
        long nanos = time.nanos();

        time.advance(Duration.ofMillis(1_500));

        assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofMillis(1_500));
        assertThat(time.nanos() - nanos).isEqualTo(1_500_000_000L);
    }

    @Test
    void what_falls_due_runs_in_order_of_time_and_then_of_scheduling() {
        at(3, "c");
        at(1, "a");
        at(3, "d");
        at(2, "b");

        time.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("a", "b");
        time.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("a", "b", "c", "d");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void nothing_runs_inline() {
        at(0, "now");
        at(-5, "before");
        assertThat(ran).isEmpty();

        time.advance(Duration.ZERO);

        assertThat(ran).containsExactly("now", "before");
    }

    @Test
    void an_action_sees_the_time_for_which_it_was_scheduled_and_may_schedule_more() {
        List<Long> seen = new ArrayList<>();
        time.schedule(Duration.ofSeconds(1), () -> {
            seen.add(time.nanos());
            time.schedule(Duration.ofSeconds(1), () -> seen.add(time.nanos()));
        });

        time.advance(Duration.ofSeconds(10));

        assertThat(seen).containsExactly(1_000_000_000L, 2_000_000_000L);
        assertThat(time.nanos()).isEqualTo(10_000_000_000L);
    }

    @Test
    void what_was_called_off_does_not_run() {
        TimeSource.Scheduled scheduled = time.schedule(Duration.ofSeconds(1), () -> ran.add("never"));
        scheduled.cancel();
        scheduled.cancel();

        time.advance(Duration.ofSeconds(5));

        assertThat(ran).isEmpty();
    }

    @Test
    void many_steps_are_as_good_as_one() {
        RandomCases.check(42, 200, draw -> {
            List<Integer> delays = draw.list(0, 20, () -> draw.integer(0, 50));
            VirtualTime stepped = new VirtualTime();
            VirtualTime leapt = new VirtualTime();
            List<Integer> byStep = new ArrayList<>();
            List<Integer> byLeap = new ArrayList<>();
            for (int delay : delays) {
                stepped.schedule(Duration.ofSeconds(delay), () -> byStep.add(delay));
                leapt.schedule(Duration.ofSeconds(delay), () -> byLeap.add(delay));
            }

            for (int i = 0; i < 50; i++) {
                stepped.advance(Duration.ofSeconds(1));
            }
            leapt.advance(Duration.ofSeconds(50));

            assertThat(byStep).isEqualTo(byLeap).isSorted();
        });
    }
}
