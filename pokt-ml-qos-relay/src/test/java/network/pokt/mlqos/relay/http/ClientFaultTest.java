package network.pokt.mlqos.relay.http;

import static network.pokt.mlqos.relay.http.ClientFault.Progress.BODY;
import static network.pokt.mlqos.relay.http.ClientFault.Progress.EVENT_STREAM;
import static network.pokt.mlqos.relay.http.ClientFault.Progress.NO_HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exception that the clients of JDK 17 and 25 were seen to throw, as they wrap and word it. */
class ClientFaultTest {

    private static final String NOTHING = "HTTP/1.1 header parser received no bytes";
    private static final String IN_HEAD = "parsing HTTP/1.1 header, receiving [X-a:...], parser state [HEADER]";
    private static final String IN_LENGTH = "fixed content-length: 10, bytes received: 5";
    private static final String IN_CHUNK = "chunked transfer encoding, state: READING_DATA";

    private static Throwable caused(Throwable outer, Throwable... inner) {
        Throwable link = outer;
        for (Throwable next : inner) {
            link.initCause(next);
            link = next;
        }
        return outer;
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(
                        new HttpConnectTimeoutException("HTTP connect timed out"), NO_HEAD, FaultCause.CONNECT_TIMEOUT),
                arguments(new HttpTimeoutException("request timed out"), NO_HEAD, FaultCause.FIRST_BYTE_TIMEOUT),
                arguments(
                        caused(new ConnectException(), new ClosedChannelException()), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(new ConnectException("Connection refused"), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(new NoRouteToHostException("No route to host"), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(
                        caused(new ConnectException(), new UnresolvedAddressException()),
                        NO_HEAD,
                        FaultCause.UNREACHABLE),
                arguments(new UnknownHostException("nowhere.invalid"), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(new SSLHandshakeException("bad certificate"), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(new SSLException("not an SSL record"), NO_HEAD, FaultCause.UNREACHABLE),
                arguments(
                        caused(new ConnectException(), new BindException("Cannot assign requested address")),
                        NO_HEAD,
                        FaultCause.INTERNAL),
                arguments(
                        caused(new ConnectException(), new SocketException("Too many open files")),
                        NO_HEAD,
                        FaultCause.INTERNAL),
                arguments(caused(new IOException(NOTHING), new EOFException()), NO_HEAD, FaultCause.CONNECTION_LOST),
                arguments(
                        caused(new IOException(NOTHING), new SocketException("Connection reset")),
                        NO_HEAD,
                        FaultCause.CONNECTION_LOST),
                arguments(
                        caused(new IOException(NOTHING), new IOException("Connection reset by peer")),
                        NO_HEAD,
                        FaultCause.CONNECTION_LOST),
                arguments(
                        caused(new IOException(NOTHING), new IOException("connection closed locally")),
                        NO_HEAD,
                        FaultCause.CONNECTION_LOST),
                arguments(caused(new IOException(IN_HEAD), new EOFException()), NO_HEAD, FaultCause.TRUNCATED),
                arguments(
                        caused(new IOException(IN_HEAD), new SocketException("Connection reset")),
                        NO_HEAD,
                        FaultCause.TRUNCATED),
                arguments(new ProtocolException("Header size too big: 393217 > 393216"), NO_HEAD, FaultCause.OVERSIZED),
                arguments(new ProtocolException("Invalid status line: \"SSH-2.0\""), NO_HEAD, FaultCause.MALFORMED),
                arguments(
                        new ProtocolException("Too many interim responses received: 9 > 8"),
                        NO_HEAD,
                        FaultCause.MALFORMED),
                arguments(
                        new IOException("unexpected content length header with 204 response"),
                        NO_HEAD,
                        FaultCause.MALFORMED),
                arguments(new NumberFormatException("For input string: \"abc\""), BODY, FaultCause.MALFORMED),
                arguments(new IOException("Illegal character in chunk size: 45"), BODY, FaultCause.MALFORMED),
                arguments(new IOException("invalid chunk header"), EVENT_STREAM, FaultCause.MALFORMED),
                arguments(caused(new IOException(IN_LENGTH), new EOFException()), BODY, FaultCause.TRUNCATED),
                arguments(
                        caused(new IOException(IN_LENGTH), new SocketException("Connection reset")),
                        BODY,
                        FaultCause.TRUNCATED),
                arguments(caused(new IOException(IN_CHUNK), new EOFException()), BODY, FaultCause.TRUNCATED),
                arguments(caused(new IOException(IN_CHUNK), new EOFException()), EVENT_STREAM, FaultCause.STREAM_CUT),
                arguments(new SSLException("closing inbound before close_notify"), BODY, FaultCause.TRUNCATED),
                arguments(new IllegalStateException("a bug"), NO_HEAD, FaultCause.INTERNAL),
                arguments(new OutOfMemoryError("heap"), BODY, FaultCause.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_exception_has_one_cause(Throwable thrown, ClientFault.Progress progress, FaultCause cause) {
        assertThat(ClientFault.of(thrown, progress).cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_wrappers_of_futures_change_nothing(Throwable thrown, ClientFault.Progress progress, FaultCause cause) {
        Throwable wrapped = new CompletionException(new CompletionException(thrown));

        assertThat(ClientFault.of(wrapped, progress)).isEqualTo(ClientFault.of(thrown, progress));
    }

    @Test
    void only_a_failed_write_proves_that_the_request_was_not_read() {
        Throwable write = caused(new IOException(NOTHING), new IOException("Broken pipe"));
        Throwable read = caused(new IOException(NOTHING), new EOFException("EOF reached while reading"));

        assertThat(ClientFault.of(write, NO_HEAD).requestIncomplete()).isTrue();
        assertThat(ClientFault.of(read, NO_HEAD).requestIncomplete()).isFalse();
    }

    @Test
    void what_the_node_sent_is_not_repeated() {
        Throwable echo = new ProtocolException("Invalid status line: \"Bearer sk-secret\"");

        assertThat(ClientFault.of(echo, NO_HEAD).detail()).doesNotContain("sk-secret");
    }

    @Test
    void a_loop_of_causes_ends() {
        IOException first = new IOException("one");
        first.initCause(new IOException("two", first));

        assertThat(ClientFault.of(first, NO_HEAD).cause()).isEqualTo(FaultCause.MALFORMED);
    }
}
