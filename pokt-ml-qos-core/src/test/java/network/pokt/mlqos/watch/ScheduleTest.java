package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Moment LAST = new Moment(Instant.EPOCH, 100, 10);

    @Test
    void passes_by_time_by_block_and_by_session() {
        assertThat(after("24:hours", 23, 0, 0)).isFalse();
        assertThat(after("24:hours", 24, 0, 0)).isTrue();
        assertThat(after("90:minutes", 1, 0, 0)).isFalse();
        assertThat(after("90:minutes", 2, 0, 0)).isTrue();
        assertThat(after("5:block", 99, 4, 9)).isFalse();
        assertThat(after("5:block", 0, 5, 0)).isTrue();
        assertThat(after("1:session", 99, 99, 0)).isFalse();
        assertThat(after("1:session", 0, 0, 1)).isTrue();
        assertThat(after("1:none", 0, 0, 0)).isTrue();
    }

    @Test
    void comes_by_chance_with_the_mean_that_was_asked_for() {
        Schedule about = Schedule.about(Duration.ofMinutes(60));
        SplittableRandom random = new SplittableRandom(3);
        double minutes = 0;
        for (int probe = 0; probe < 2000; probe++) {
            double draw = random.nextDouble();
            long passed = 0;
            while (!about.passed(LAST, Moment.at(Instant.EPOCH.plus(Duration.ofMinutes(passed))), draw)) {
                passed++;
            }
            assertThat(passed).isBetween(6L, 240L);
            minutes += passed;
        }
        assertThat(minutes / 2000).isCloseTo(60, within(3.0));
    }

    @Test
    void refuses_what_is_no_schedule() {
        for (String text : List.of("", "hours", "x:hours", "0:hours", "-1:block", "1:week", "24", ":hours")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> Schedule.parse(text))
                    .withMessageContaining("24:hours");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.about(Duration.ZERO));
    }

    private static boolean after(String schedule, long hours, long blocks, long sessions) {
        Moment now = new Moment(Instant.EPOCH.plus(Duration.ofHours(hours)), 100 + blocks, 10 + sessions);
        return Schedule.parse(schedule).passed(LAST, now, 0.5);
    }
}
