package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Hands the pieces of a model server's stream from the transport's thread, which must not wait, to the thread of a client, which
 * may. What waits is bounded: a client that is slower than that is dropped, since the stream cannot be held up.
 */
final class StreamPump implements RelayListener {

    /** Raised in the transport, which ends the relay for it. */
    private static final class SlowClient extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SlowClient() {
            super("The client reads more slowly than the model writes.", null, false, false);
        }
    }

    private static final class Piece {

        private final byte[] bytes;
        private final @Nullable RelayOutcome end;
        private final boolean last;

        Piece(byte[] bytes, @Nullable RelayOutcome end, boolean last) {
            this.bytes = bytes;
            this.end = end;
            this.last = last;
        }
    }

    private final Predicate<String> streams;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile boolean streaming;

    /** Takes answers of status 200 whose media type is one of {@code streams}, with up to so many bytes that wait. */
    StreamPump(Predicate<String> streams, int maxWaiting) {
        this.streams = streams;
        this.maxWaiting = maxWaiting;
    }

    @Override
    public void onHead(int status, HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (status == 200 && streams.test(type.strip())) {
            streaming = true;
            pieces.add(new Piece(new byte[0], null, false));
        }
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (!streaming) {
            return;
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        if (waiting.addAndGet(bytes.length) > maxWaiting) {
            throw new SlowClient();
        }
        pieces.add(new Piece(bytes, null, false));
    }

    /** Says what became of the relay; null if it was cancelled. */
    void end(@Nullable RelayOutcome outcome) {
        pieces.add(new Piece(new byte[0], outcome, true));
    }

    /** Whether the model server has begun a stream. */
    boolean streaming() {
        return streaming;
    }

    /** Passes the stream on until it ends, and returns how it ended. */
    @Nullable
    RelayOutcome drain(AnswerStream answer) throws IOException, InterruptedException {
        boolean begun = false;
        while (true) {
            Piece piece = pieces.take();
            if (piece.last) {
                return piece.end;
            }
            if (!begun) {
                begun = true;
                answer.begin();
            }
            waiting.addAndGet(-piece.bytes.length);
            if (piece.bytes.length > 0) {
                answer.pass(piece.bytes);
            }
        }
    }
}
