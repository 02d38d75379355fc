package network.pokt.mlqos.inference;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds the events in a {@code text/event-stream}, fed in pieces of any size as they arrive.
 *
 * <p>It follows the parsing rules of the WHATWG HTML standard, section 9.2.6 "Interpreting an event stream"
 * (<a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>): lines end with CR, LF or
 * CRLF, a leading byte order mark and comments are skipped, the lines of one event's data are joined by LF, and an event
 * that no blank line ends is dropped. Only data is reported; the fields {@code event}, {@code id} and {@code retry} are
 * ignored, since the interfaces of language models put nothing there. Bytes are handed on as they are: it is for the reader
 * of the data to insist on UTF-8.
 *
 * <p>Each byte of data is copied once. What is held is one event, so at most what was fed since the last blank line; bounding
 * that is the matter of whoever bounds the body. Not thread-safe.
 *
 * <pre>{@code
 * SseReader reader = SseReader.create((data, end) -> System.out.println(StandardCharsets.UTF_8.decode(data)));
 * reader.feed(chunk);
 * }</pre>
 */
public final class SseReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    /** Enough for the data of a streamed token, with little to spare. */
    private static final int INITIAL_CAPACITY = 512;

    /** Takes the events. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes an event.
         *
         * @param data the bytes of its data, valid during the call only
         * @param end the offset in the stream just past the byte that ended the event
         */
        void event(ByteBuffer data, long end);
    }

    private enum Place {
        BEGINNING,
        NAME,
        BEFORE_VALUE,
        VALUE,
        IGNORED
    }

    private final Sink sink;
    private Place place = Place.BEGINNING;
    /** How much of the byte order mark or of the name {@code data} has been seen. */
    private int matched;

    private boolean lineFeedBelongsToLastLine;
    private byte[] data = new byte[INITIAL_CAPACITY];
    private int size;
    private boolean hasData;
    private long offset;

    private SseReader(Sink sink) {
        this.sink = sink;
    }

    /** Returns a reader at the beginning of a stream. */
    public static SseReader create(Sink sink) {
        return new SseReader(sink);
    }

    /** Returns how many bytes were fed. */
    public long offset() {
        return offset;
    }

    /**
     * Takes the next bytes and reports the events that they complete, before it returns. An exception of the sink goes through;
     * the reader is of no use afterwards.
     */
    public void feed(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            if (place == Place.VALUE || place == Place.IGNORED) {
                restOfLine(chunk);
            } else {
                offset++;
                step(chunk.get());
            }
        }
    }

    /** Passes over all bytes up to the end of the line at once, since nearly all bytes of a stream are values. */
    private void restOfLine(ByteBuffer chunk) {
        int start = chunk.position();
        int end = start;
        while (end < chunk.limit() && !endsLine(chunk.get(end))) {
            end++;
        }
        if (place == Place.VALUE) {
            int length = end - start;
            reserve(length);
            chunk.get(start, data, size, length);
            size += length;
        }
        chunk.position(end);
        offset += end - start;
        if (chunk.hasRemaining()) {
            offset++;
            endLine(chunk.get());
        }
    }

    private void step(byte next) {
        boolean secondHalf = lineFeedBelongsToLastLine && next == '\n';
        lineFeedBelongsToLastLine = false;
        if (secondHalf) {
            return;
        }
        switch (place) {
            case BEGINNING -> beginning(next);
            case NAME -> name(next);
            default -> beforeValue(next);
        }
    }

    private void beginning(byte next) {
        if (next == BYTE_ORDER_MARK[matched]) {
            matched++;
            if (matched == BYTE_ORDER_MARK.length) {
                startLine();
            }
        } else if (matched == 0) {
            startLine();
            name(next);
        } else {
            // Half a mark is the beginning of a field that nobody knows.
            place = Place.IGNORED;
            if (endsLine(next)) {
                endLine(next);
            }
        }
    }

    private void name(byte next) {
        if (endsLine(next)) {
            endNameWithoutValue(next);
        } else if (matched == DATA.length) {
            place = next == ':' ? Place.BEFORE_VALUE : Place.IGNORED;
        } else if (next == DATA[matched]) {
            matched++;
        } else {
            place = Place.IGNORED;
        }
    }

    /** A blank line ends an event, the lone word {@code data} is an empty line of data, anything else an unknown field. */
    private void endNameWithoutValue(byte terminator) {
        if (matched == 0) {
            dispatch();
        } else if (matched == DATA.length) {
            startValue();
        }
        endLine(terminator);
    }

    private void beforeValue(byte next) {
        startValue();
        if (endsLine(next)) {
            endLine(next);
            return;
        }
        place = Place.VALUE;
        if (next != ' ') {
            append(next);
        }
    }

    private void startValue() {
        if (hasData) {
            append((byte) '\n');
        }
        hasData = true;
    }

    private void endLine(byte terminator) {
        lineFeedBelongsToLastLine = terminator == '\r';
        startLine();
    }

    private void startLine() {
        place = Place.NAME;
        matched = 0;
    }

    private void dispatch() {
        if (hasData) {
            sink.event(ByteBuffer.wrap(data, 0, size), offset);
            hasData = false;
            size = 0;
        }
    }

    private void append(byte value) {
        reserve(1);
        data[size++] = value;
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > data.length) {
            data = Arrays.copyOf(data, Math.max(needed, (int) Math.min(2L * data.length, Integer.MAX_VALUE - 8)));
        }
    }

    private static boolean endsLine(byte value) {
        return value == '\n' || value == '\r';
    }
}
