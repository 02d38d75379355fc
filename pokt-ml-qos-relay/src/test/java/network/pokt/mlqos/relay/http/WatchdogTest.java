package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HttpLimits LIMITS = HttpLimits.of(MINUTE, MINUTE, MINUTE, MINUTE, 1, 1);

    private final VirtualTime time = new VirtualTime();
    private final Watchdog watchdog = new Watchdog(time, Runnable::run);

    private Flight watched(Duration timeout) {
        Flight flight = new Flight(time, LIMITS, timeout, false, watchdog::forget);
        watchdog.watch(flight);
        return flight;
    }

    @Test
    void a_relay_whose_time_is_up_ends_within_a_tick() {
        Flight early = watched(Duration.ofMillis(50));
        Flight late = watched(Duration.ofSeconds(5));

        time.advance(Duration.ofMillis(50).plus(Watchdog.TICK));

        assertThat(early.outcome())
                .isCompletedWithValueMatching(outcome ->
                        outcome instanceof RelayFailure failure && failure.cause() == FaultCause.FIRST_BYTE_TIMEOUT);
        assertThat(late.outcome()).isNotDone();
    }

    @Test
    void there_is_one_tick_however_many_relays_are_in_flight() {
        for (int i = 0; i < 100; i++) {
            watched(MINUTE);
        }

        assertThat(time.waiting()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(time.waiting()).isEqualTo(1);
    }

    @Test
    void it_stops_ticking_when_nothing_is_in_flight_and_starts_again() {
        Flight flight = watched(MINUTE);
        flight.outcome().cancel(true);
        time.advance(Watchdog.TICK);
        assertThat(time.waiting()).isZero();

        Flight next = watched(Duration.ofMillis(1));
        time.advance(Watchdog.TICK);

        assertThat(next.outcome()).isDone();
        assertThat(watchdog.inFlight()).isEmpty();
    }
}
