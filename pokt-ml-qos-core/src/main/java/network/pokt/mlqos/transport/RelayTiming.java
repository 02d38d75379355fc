package network.pokt.mlqos.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When a relay began and when each part of its answer arrived. Immutable; durations count from {@link #start()}.
 *
 * <p>Chunks are what the network delivered, not what the node meant: {@link #arrivalOf(long)} maps an offset in the body to
 * the moment at which that byte was there.
 */
public final class RelayTiming {

    private static final long UNKNOWN = -1;

    private final Instant start;
    private final long connectNanos;
    private final long firstByteNanos;
    private final long[] chunkNanos;
    private final long[] chunkEnds;
    private final long totalNanos;

    private RelayTiming(Recorder recorder, long totalNanos) {
        this.start = recorder.start;
        this.connectNanos = recorder.connectNanos;
        this.firstByteNanos = recorder.firstByteNanos;
        this.chunkNanos = Arrays.copyOf(recorder.chunkNanos, recorder.chunks);
        this.chunkEnds = Arrays.copyOf(recorder.chunkEnds, recorder.chunks);
        this.totalNanos = totalNanos;
    }

    /** Returns the timing of a relay of which nothing was sent. */
    public static RelayTiming none(Instant at) {
        return new Recorder(at, 0).finish(0);
    }

    /** Returns when the relay was handed to the transport. */
    public Instant start() {
        return start;
    }

    /** Returns how long connecting took, where the transport can see it and a new connection was made. */
    public Optional<Duration> connect() {
        return optional(connectNanos);
    }

    /** Returns when the head of the answer was there, if it came. */
    public Optional<Duration> firstByte() {
        return optional(firstByteNanos);
    }

    /** Returns how many chunks of the body were recorded. */
    public int chunks() {
        return chunkNanos.length;
    }

    /** Returns when chunk {@code index} arrived. */
    public Duration chunkArrival(int index) {
        return Duration.ofNanos(chunkNanos[index]);
    }

    /** Returns the offset in the body just past chunk {@code index}. */
    public long chunkEnd(int index) {
        return chunkEnds[index];
    }

    /** Returns when the body byte at {@code offset} was there, if it came. */
    public Optional<Duration> arrivalOf(long offset) {
        int found = Arrays.binarySearch(chunkEnds, offset + 1);
        int index = found >= 0 ? found : -found - 1;
        return index < chunkNanos.length ? Optional.of(Duration.ofNanos(chunkNanos[index])) : Optional.empty();
    }

    /** Returns when the relay ended, well or not. */
    public Duration total() {
        return Duration.ofNanos(totalNanos);
    }

    @Override
    public String toString() {
        return total().toMillis() + " ms, " + chunks() + " chunks";
    }

    private static Optional<Duration> optional(long nanos) {
        return nanos == UNKNOWN ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /**
     * Takes the times of one relay as they happen. Not thread-safe; a transport feeds it from one thread at a time.
     *
     * <p>It keeps at most {@value #MAX_CHUNKS} chunks; later ones extend the last, so a node that drips single bytes cannot
     * fill memory.
     */
    public static final class Recorder {

        /** More than the tokens of any answer that is streamed one by one within the default limits. */
        public static final int MAX_CHUNKS = 65_536;

        private final Instant start;
        private final long startNanos;
        private long connectNanos = UNKNOWN;
        private long firstByteNanos = UNKNOWN;
        private long[] chunkNanos = new long[2];
        private long[] chunkEnds = new long[2];
        private int chunks;

        /** Begins at {@code start}, which is {@code startNanos} on the monotonic clock. */
        public Recorder(Instant start, long startNanos) {
            this.start = start;
            this.startNanos = startNanos;
        }

        public void connected(long nanos) {
            connectNanos = nanos - startNanos;
        }

        public void firstByte(long nanos) {
            firstByteNanos = nanos - startNanos;
        }

        /** Notes that {@code bytes} more bytes of the body are there. */
        public void chunk(long nanos, long bytes) {
            long end = (chunks == 0 ? 0 : chunkEnds[chunks - 1]) + bytes;
            if (chunks == MAX_CHUNKS) {
                chunks--;
            } else if (chunks == chunkNanos.length) {
                chunkNanos = Arrays.copyOf(chunkNanos, chunks * 2);
                chunkEnds = Arrays.copyOf(chunkEnds, chunks * 2);
            }
            chunkNanos[chunks] = nanos - startNanos;
            chunkEnds[chunks] = end;
            chunks++;
        }

        /** Ends the relay at {@code nanos} and returns what was recorded. */
        public RelayTiming finish(long nanos) {
            return new RelayTiming(this, nanos - startNanos);
        }
    }
}
