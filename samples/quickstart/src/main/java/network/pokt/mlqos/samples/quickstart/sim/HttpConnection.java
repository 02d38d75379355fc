package network.pokt.mlqos.samples.quickstart.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads a request, plays the answer to its end, reads the next. Lives on its loop's thread.
 */
final class HttpConnection {

    private static final int ROOM = 8192;

    /**
     * Tokens due within this time leave together, as from a busy server: a system call each would cost more than all
     * else.
     */
    private static final long FLUSH_NANOS = 4_000_000;

    /** An answer being played. */
    private static final class Playing {

        final TimedReply reply;
        final boolean keepAlive;
        final long began = System.nanoTime();
        int next;
        boolean asleep;
        ByteBuffer out = ByteBuffer.allocate(0);

        Playing(TimedReply reply, boolean keepAlive) {
            this.reply = reply;
            this.keepAlive = keepAlive && !reply.cut();
        }

        /** Returns whether there is nothing left to write that is due. */
        boolean writeDue(SocketChannel channel) throws IOException {
            if (!out.hasRemaining()) {
                ByteArrayOutputStream due = new ByteArrayOutputStream();
                long elapsed = System.nanoTime() - began;
                while (!played() && reply.pieces().get(next).afterNanos() <= elapsed) {
                    reply.writePiece(next++, due);
                }
                out = ByteBuffer.wrap(due.toByteArray());
            }
            channel.write(out);
            return !out.hasRemaining();
        }

        boolean played() {
            return next == reply.pieces().size();
        }

        long nextNanos() {
            long due = began + reply.pieces().get(next).afterNanos();
            return next == 0 ? due : Math.max(due, System.nanoTime() + FLUSH_NANOS);
        }
    }

    private final EventLoop loop;
    private final SocketChannel channel;
    private final Function<ReceivedRequest, TimedReply> handler;
    private final SelectionKey key;
    private byte[] in = new byte[ROOM];
    private int size;
    private @Nullable Playing playing;

    private HttpConnection(EventLoop loop, SocketChannel channel, Function<ReceivedRequest, TimedReply> handler)
            throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.handler = handler;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = loop.register(channel, SelectionKey.OP_READ, this::socketReady);
    }

    /** Serves one client until it or the loop hangs up. */
    static void serve(EventLoop loop, SocketChannel client, Function<ReceivedRequest, TimedReply> handler)
            throws IOException {
        try {
            new HttpConnection(loop, client, handler);
        } catch (IOException alreadyGone) {
            client.close();
        }
    }

    private void socketReady() {
        closingIfGone(() -> {
            if (!key.isReadable() || read()) {
                proceed();
            } else {
                channel.close();
            }
        });
    }

    private void wake(Playing answer) {
        if (channel.isOpen()) {
            answer.asleep = false;
            closingIfGone(this::proceed);
        }
    }

    /** Does all that can be done now. */
    private void proceed() throws IOException {
        while (readyForNext()) {
            Optional<ReceivedRequest> request = ReceivedRequest.parse(in, size);
            if (request.isEmpty()) {
                return;
            }
            size -= request.get().bytes();
            System.arraycopy(in, request.get().bytes(), in, 0, size);
            playing = new Playing(handler.apply(request.get()), request.get().keepAlive());
        }
    }

    /** Plays the answer as far as it is due, and returns whether the next request may be read. */
    private boolean readyForNext() throws IOException {
        Playing answer = playing;
        if (answer == null) {
            return true;
        }
        if (answer.asleep) {
            return false;
        }
        boolean written = answer.writeDue(channel);
        key.interestOps(written ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        if (!written) {
            return false;
        }
        if (!answer.played()) {
            answer.asleep = true;
            loop.at(answer.nextNanos(), () -> wake(answer));
            return false;
        }
        playing = null;
        if (!answer.keepAlive) {
            channel.close();
        }
        return answer.keepAlive;
    }

    /** Returns whether the client is still there. */
    private boolean read() throws IOException {
        if (size == in.length) {
            if (size >= ReceivedRequest.LARGEST + ROOM) {
                return false;
            }
            in = Arrays.copyOf(in, 2 * size);
        }
        int count = channel.read(ByteBuffer.wrap(in, size, in.length - size));
        size += Math.max(0, count);
        return count >= 0;
    }

    private interface Step {
        void run() throws IOException;
    }

    /**
     * A client that has gone or talks nonsense loses its connection; that is ordinary, and no other client's matter.
     */
    private void closingIfGone(Step step) {
        try {
            try {
                step.run();
            } catch (IOException gone) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
