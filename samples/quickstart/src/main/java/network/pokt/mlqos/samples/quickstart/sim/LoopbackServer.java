package network.pokt.mlqos.samples.quickstart.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Function;

/**
 * A small HTTP/1.1 server on a free loopback port that plays {@link TimedReply scripts}.
 *
 * <p>Not the JDK's {@code HttpServer}, because that one cannot break off in the middle of a stream, and because it lets
 * small writes wait for each other, which would show up in every latency measured.
 */
final class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final EventLoop loop;
    private final ServerSocketChannel listener;
    private final Function<ReceivedRequest, TimedReply> handler;
    private final URI endpoint;

    private LoopbackServer(EventLoop loop, ServerSocketChannel listener, Function<ReceivedRequest, TimedReply> handler)
            throws IOException {
        this.loop = loop;
        this.listener = listener;
        this.handler = handler;
        InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
        this.endpoint = URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Starts a server whose one thread is called {@code name} and calls {@code handler}, which must not block. */
    static LoopbackServer start(String name, Function<ReceivedRequest, TimedReply> handler) throws IOException {
        EventLoop loop = new EventLoop(name);
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            LoopbackServer server;
            try {
                listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
                server = new LoopbackServer(loop, listener, handler);
                loop.register(listener, SelectionKey.OP_ACCEPT, server::accept);
            } catch (IOException e) {
                listener.close();
                throw e;
            }
            loop.start();
            return server;
        } catch (IOException e) {
            loop.close();
            throw e;
        }
    }

    URI endpoint() {
        return endpoint;
    }

    private void accept() {
        try {
            for (SocketChannel client = listener.accept(); client != null; client = listener.accept()) {
                HttpConnection.serve(loop, client, handler);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
