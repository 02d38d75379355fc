package network.pokt.mlqos.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import org.junit.jupiter.api.Test;

/** A request goes out a second time only if the first cannot have been read whole. */
class LaunchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HttpLimits LIMITS = HttpLimits.of(MINUTE, MINUTE, MINUTE, MINUTE, 100, 100);
    private static final HttpRequest REQUEST =
            HttpRequest.newBuilder(URI.create("http://node")).build();
    private static final IOException READ_FAILED =
            new IOException("HTTP/1.1 header parser received no bytes", new EOFException("EOF reached while reading"));
    private static final IOException WRITE_FAILED =
            new IOException("HTTP/1.1 header parser received no bytes", new IOException("Broken pipe"));

    private final ManualClient client = new ManualClient();
    private final Flight flight = new Flight(new VirtualTime(), LIMITS, MINUTE, true, ended -> {});

    private void launch() {
        new Launch(client, REQUEST, flight, RelayListener.NONE, LIMITS).goWhen(NameLookup.KNOWN);
    }

    private FaultCause cause() {
        RelayOutcome outcome = flight.outcome().getNow(null);
        return ((RelayFailure) outcome).cause();
    }

    @Test
    void a_request_whose_body_was_never_asked_for_is_sent_again_once() {
        launch();

        client.fail(READ_FAILED);
        assertThat(client.sent()).isEqualTo(2);
        assertThat(flight.outcome()).isNotDone();

        client.fail(READ_FAILED);
        assertThat(client.sent()).isEqualTo(2);
        assertThat(cause()).isEqualTo(FaultCause.CONNECTION_LOST);
    }

    @Test
    void a_request_whose_writing_failed_is_sent_again_once() {
        launch();
        flight.connected();

        client.fail(WRITE_FAILED);

        assertThat(client.sent()).isEqualTo(2);
    }

    @Test
    void a_request_that_may_have_been_read_is_not_sent_again() {
        launch();
        flight.connected();

        client.fail(READ_FAILED);

        assertThat(client.sent()).isEqualTo(1);
        assertThat(cause()).isEqualTo(FaultCause.CONNECTION_LOST);
    }

    @Test
    void another_fault_is_no_reason_to_send_again() {
        launch();

        client.fail(new ConnectException("Connection refused"));

        assertThat(client.sent()).isEqualTo(1);
        assertThat(cause()).isEqualTo(FaultCause.UNREACHABLE);
    }

    @Test
    void a_relay_that_was_cancelled_is_not_sent_again() {
        launch();
        flight.outcome().cancel(true);

        client.fail(READ_FAILED);

        assertThat(client.sent()).isEqualTo(1);
    }

    @Test
    void nothing_is_sent_before_the_name_is_known_and_never_if_it_is_not() {
        CompletableFuture<Void> name = new CompletableFuture<>();
        new Launch(client, REQUEST, flight, RelayListener.NONE, LIMITS).goWhen(name);
        assertThat(client.sent()).isZero();

        name.completeExceptionally(new UnknownHostException("node"));

        assertThat(client.sent()).isZero();
        assertThat(cause()).isEqualTo(FaultCause.UNREACHABLE);
    }

    @Test
    void a_client_that_throws_ends_the_relay() {
        client.refuse();

        launch();

        assertThat(cause()).isEqualTo(FaultCause.INTERNAL);
    }
}
