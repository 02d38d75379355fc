package network.pokt.mlqos.relay.http;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of the JDK's HTTP client says about a relay: the only place that knows its exceptions.
 *
 * <p>The client tells some cases apart by message only, so those are read too; the tests hold the messages of the JDKs that
 * we run on. Details never repeat a message about what a node sent: a node may echo a secret.
 *
 * @param requestIncomplete whether it is certain that the request was not written to its end
 */
record ClientFault(FaultCause cause, String detail, boolean requestIncomplete) {

    /** How far the answer had come when the client gave up. */
    enum Progress {
        NO_HEAD,
        BODY,
        EVENT_STREAM
    }

    private static final int MAX_MESSAGE = 200;

    ClientFault(FaultCause cause, String detail) {
        this(cause, detail, false);
    }

    static ClientFault of(Throwable thrown, Progress progress) {
        Chain chain = new Chain(thrown);
        ClientFault local = outsideTheAnswer(chain);
        if (local != null) {
            return local;
        }
        return progress == Progress.NO_HEAD ? beforeHead(chain) : inBody(chain, progress);
    }

    private static @Nullable ClientFault outsideTheAnswer(Chain chain) {
        if (chain.has(BindException.class) || chain.says("too many open files")) {
            return new ClientFault(
                    FaultCause.INTERNAL,
                    "This machine ran out of ports or files; lower the number of relays in flight.");
        }
        if (chain.has(NumberFormatException.class)) {
            return new ClientFault(FaultCause.MALFORMED, "The answer has a number that is none.");
        }
        if (!chain.has(IOException.class) && !chain.has(UnresolvedAddressException.class)) {
            return new ClientFault(FaultCause.INTERNAL, "The HTTP client failed with " + chain.first() + ".");
        }
        return null;
    }

    private static ClientFault beforeHead(Chain chain) {
        if (chain.has(HttpConnectTimeoutException.class)) {
            return new ClientFault(FaultCause.CONNECT_TIMEOUT, "There was no connection within the connect timeout.");
        }
        if (chain.has(HttpTimeoutException.class)) {
            return new ClientFault(FaultCause.FIRST_BYTE_TIMEOUT, "The client gave up waiting for an answer.");
        }
        if (chain.has(UnknownHostException.class) || chain.has(UnresolvedAddressException.class)) {
            return new ClientFault(FaultCause.UNREACHABLE, "The host name of the node could not be resolved.");
        }
        if (chain.has(ConnectException.class) || chain.has(NoRouteToHostException.class)) {
            return new ClientFault(
                    FaultCause.UNREACHABLE, "The node could not be reached: " + chain.lastMessage() + ".");
        }
        if (chain.has(SSLException.class)) {
            return new ClientFault(FaultCause.UNREACHABLE, "TLS with the node failed: " + chain.lastMessage() + ".");
        }
        if (chain.says("header size too big") || chain.says("header fields too large")) {
            return new ClientFault(FaultCause.OVERSIZED, "The headers of the answer exceed the limit of the client.");
        }
        if (chain.says("received no bytes") || (chain.lost() && !chain.says("parsing http/1.1"))) {
            // Only writing can break a pipe, so the end of the request was never sent.
            boolean incomplete = chain.says("broken pipe");
            return new ClientFault(
                    FaultCause.CONNECTION_LOST, "The connection was lost before an answer began.", incomplete);
        }
        if (chain.lost()) {
            return new ClientFault(FaultCause.TRUNCATED, "The connection was lost within the head of the answer.");
        }
        return new ClientFault(FaultCause.MALFORMED, "The answer is no HTTP: " + chain.first() + ".");
    }

    private static ClientFault inBody(Chain chain, Progress progress) {
        if (!chain.lost() && !chain.has(SSLException.class)) {
            return new ClientFault(FaultCause.MALFORMED, "The body of the answer is no HTTP: " + chain.first() + ".");
        }
        return progress == Progress.EVENT_STREAM
                ? new ClientFault(FaultCause.STREAM_CUT, "The connection was lost within the event stream.")
                : new ClientFault(FaultCause.TRUNCATED, "The connection was lost before the end of the body.");
    }

    /** An exception and its causes, without the wrappers of futures. */
    private static final class Chain {

        /** Deeper chains have a loop. */
        private static final int MAX_DEPTH = 16;

        private final List<Throwable> links = new ArrayList<>();

        Chain(Throwable thrown) {
            for (Throwable link = thrown; link != null && links.size() < MAX_DEPTH; link = link.getCause()) {
                boolean wrapper = link instanceof CompletionException || link instanceof ExecutionException;
                if (!wrapper || link.getCause() == null) {
                    links.add(link);
                }
            }
        }

        boolean has(Class<? extends Throwable> type) {
            return links.stream().anyMatch(type::isInstance);
        }

        /** Returns whether some message contains {@code text}, which is lower case. */
        boolean says(String text) {
            return links.stream()
                    .anyMatch(link -> message(link).toLowerCase(Locale.ROOT).contains(text));
        }

        /** Returns whether the connection is to blame and not what came over it. */
        boolean lost() {
            boolean protocol = has(ProtocolException.class);
            return !protocol
                    && (has(EOFException.class)
                            || has(SocketException.class)
                            || has(ClosedChannelException.class)
                            || says("connection reset")
                            || says("broken pipe")
                            || says("closed"));
        }

        String first() {
            return links.get(0).getClass().getSimpleName();
        }

        /** Returns what the system said in the end; only for failures in which the node had no say. */
        String lastMessage() {
            String found = first();
            for (Throwable link : links) {
                found = message(link).isEmpty() ? found : message(link);
            }
            return found.length() > MAX_MESSAGE ? found.substring(0, MAX_MESSAGE) : found;
        }

        private static String message(Throwable link) {
            String message = link.getMessage();
            return message == null ? "" : message;
        }
    }
}
