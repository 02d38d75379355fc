package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clocks of one relay: 10 s to connect, 20 s to the first byte, 5 s of silence, 60 s in all. */
class FlightTest {

    private static final HttpLimits LIMITS = HttpLimits.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            1_000,
            1_000);
    private static final Duration GENEROUS = Duration.ofDays(365_000_000_000L);
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger ends = new AtomicInteger();

    private Flight flight(Duration timeout, boolean connectionIsSeen) {
        return new Flight(time, LIMITS, timeout, connectionIsSeen, ended -> ends.incrementAndGet());
    }

    private @Nullable FaultCause overdue(Flight flight) {
        ClientFault fault = flight.overdue(time.nanos());
        return fault == null ? null : fault.cause();
    }

    private void seconds(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void connecting_is_left_to_the_client_until_the_whole_time_is_up() {
        Flight flight = flight(GENEROUS, true);

        seconds(59);
        assertThat(overdue(flight)).isNull();
        seconds(1);
        assertThat(overdue(flight)).isEqualTo(FaultCause.CONNECT_TIMEOUT);
    }

    @Test
    void waiting_for_the_first_byte_counts_from_the_connection() {
        Flight flight = flight(GENEROUS, true);
        seconds(9);
        flight.connected();

        seconds(19);
        assertThat(overdue(flight)).isNull();
        seconds(1);
        assertThat(overdue(flight)).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void waiting_counts_from_the_start_where_the_connection_is_not_seen() {
        Flight flight = flight(GENEROUS, false);

        seconds(19);
        assertThat(overdue(flight)).isNull();
        seconds(1);
        assertThat(overdue(flight)).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void a_connection_that_is_not_seen_is_never_blamed_on_the_node_while_it_may_still_be_made() {
        HttpLimits impatient = HttpLimits.of(
                Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(60), 1, 1);
        Flight flight = new Flight(time, impatient, GENEROUS, false, ended -> {});

        seconds(9);
        assertThat(overdue(flight)).isNull();
        seconds(1);
        assertThat(overdue(flight)).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void each_sign_of_life_starts_the_idle_clock_again() {
        Flight flight = flight(GENEROUS, true);
        flight.connected();
        flight.headArrived();
        seconds(4);
        flight.bodyArrived(10);

        seconds(4);
        assertThat(overdue(flight)).isNull();
        seconds(1);
        assertThat(overdue(flight)).isEqualTo(FaultCause.IDLE_TIMEOUT);
    }

    @Test
    void the_whole_is_bounded_by_the_shorter_of_both_limits() {
        for (Duration asked : new Duration[] {GENEROUS, Duration.ofSeconds(30)}) {
            Flight flight = flight(asked, true);
            flight.connected();
            flight.headArrived();
            int whole = asked == GENEROUS ? 60 : 30;
            for (int second = 1; second < whole; second++) {
                seconds(1);
                flight.bodyArrived(1);
                assertThat(overdue(flight)).isNull();
            }
            seconds(1);
            flight.bodyArrived(1);
            assertThat(overdue(flight)).isEqualTo(FaultCause.TOTAL_TIMEOUT);
        }
    }

    @Test
    void a_short_whole_time_without_an_answer_is_told_as_such() {
        Flight flight = flight(Duration.ofSeconds(2), true);
        flight.connected();
        seconds(2);

        assertThat(overdue(flight)).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void the_first_end_wins() {
        Flight flight = flight(GENEROUS, true);

        flight.fail(FaultCause.IDLE_TIMEOUT, "Too late.");
        flight.succeed(200, NO_HEADERS, Payload.empty());
        flight.fail(FaultCause.INTERNAL, "Later still.");

        assertThat(flight.outcome())
                .isCompletedWithValueMatching(outcome ->
                        outcome instanceof RelayFailure failure && failure.cause() == FaultCause.IDLE_TIMEOUT);
        assertThat(ends).hasValue(1);
        assertThat(overdue(flight)).isNull();
        assertThat(flight.headArrived()).isFalse();
        assertThat(flight.bodyArrived(1)).isFalse();
    }

    @Test
    void a_failure_aborts_the_exchange_and_a_success_completes_it() {
        CompletableFuture<String> aborted = new CompletableFuture<>();
        Flight failing = flight(GENEROUS, true);
        failing.attach(aborted);
        CompletableFuture<String> finished = new CompletableFuture<>();
        Flight succeeding = flight(GENEROUS, true);
        succeeding.attach(finished);

        failing.fail(FaultCause.OVERSIZED, "Too much.");
        succeeding.succeed(200, NO_HEADERS, Payload.empty());

        assertThat(aborted).isCancelled();
        assertThat(finished).isCompletedWithValue(null);
    }

    @Test
    void an_exchange_that_is_attached_after_its_success_keeps_its_connection() {
        Flight flight = flight(GENEROUS, true);
        flight.succeed(404, NO_HEADERS, Payload.empty());
        CompletableFuture<String> exchange = new CompletableFuture<>();

        flight.attach(exchange);

        assertThat(exchange).isCompletedWithValue(null);
    }

    @Test
    void an_exchange_that_is_attached_after_its_failure_is_aborted() {
        Flight flight = flight(GENEROUS, true);
        flight.outcome().cancel(true);
        CompletableFuture<String> exchange = new CompletableFuture<>();

        flight.attach(exchange);

        assertThat(exchange).isCancelled();
        assertThat(ends).hasValue(1);
    }

    @Test
    void a_restart_needs_proof_that_the_request_was_not_read() {
        Flight neverAsked = flight(GENEROUS, true);
        Flight asked = flight(GENEROUS, true);
        asked.connected();
        Flight unseen = flight(GENEROUS, false);
        Flight ended = flight(GENEROUS, true);
        ended.fail(FaultCause.CANCELLED, "Over.");

        assertThat(neverAsked.restart(false)).isTrue();
        assertThat(asked.restart(false)).isFalse();
        assertThat(asked.restart(true)).isTrue();
        assertThat(unseen.restart(false)).isFalse();
        assertThat(ended.restart(true)).isFalse();
    }

    @Test
    void the_timing_tells_head_chunks_and_end() {
        Flight flight = flight(GENEROUS, true);
        seconds(1);
        flight.headArrived();
        seconds(1);
        flight.bodyArrived(7);
        seconds(1);
        flight.succeed(200, NO_HEADERS, Payload.empty());

        RelayResponse response = (RelayResponse) flight.outcome().join();
        assertThat(response.timing().firstByte()).contains(Duration.ofSeconds(1));
        assertThat(response.timing().chunkArrival(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(response.timing().chunkEnd(0)).isEqualTo(7);
        assertThat(response.timing().total()).isEqualTo(Duration.ofSeconds(3));
    }
}
