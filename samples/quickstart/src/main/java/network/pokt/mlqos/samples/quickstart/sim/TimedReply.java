package network.pokt.mlqos.samples.quickstart.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.transport.Payload;

/**
 * An HTTP answer as a script: which bytes leave at which moment after the request was read.
 *
 * @param status the HTTP status
 * @param headers the headers beyond those of framing
 * @param length the announced length of the body, or {@value #STREAMED} for chunks until the last one
 * @param pieces the parts of the body in order of time, at least one
 * @param cut whether the connection is closed after the last piece without ending the body
 */
record TimedReply(int status, Map<String, String> headers, int length, List<Piece> pieces, boolean cut) {

    static final int STREAMED = -1;

    /** Some bytes and when they leave. */
    record Piece(long afterNanos, Payload bytes) {}

    TimedReply {
        headers = Map.copyOf(headers);
        pieces = List.copyOf(pieces);
    }

    /** Returns an answer whose body leaves in one piece. */
    static TimedReply whole(int status, Map<String, String> headers, Piece body) {
        return new TimedReply(status, headers, body.bytes().size(), List.of(body), false);
    }

    /** Returns a successful answer whose pieces leave as chunks of their own. */
    static TimedReply stream(Map<String, String> headers, List<Piece> pieces) {
        return new TimedReply(200, headers, STREAMED, pieces, false);
    }

    /** Returns this answer cut in the middle, of its pieces or of its only one. */
    TimedReply cutInTheMiddle() {
        if (length == STREAMED) {
            return new TimedReply(status, headers, length, pieces.subList(0, (pieces.size() + 1) / 2), true);
        }
        Piece whole = pieces.get(0);
        Payload half = Payload.wrap(whole.bytes().toByteArray(), whole.bytes().size() / 2);
        return new TimedReply(status, headers, length, List.of(new Piece(whole.afterNanos(), half)), true);
    }

    /**
     * Writes piece {@code index} as it stands on the wire, with the head before the first and the end after the last.
     */
    void writePiece(int index, ByteArrayOutputStream out) throws IOException {
        if (index == 0) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append(length == STREAMED ? "Transfer-Encoding: chunked" : "Content-Length: " + length)
                    .append("\r\n\r\n");
            out.writeBytes(head.toString().getBytes(ISO_8859_1));
        }
        Payload bytes = pieces.get(index).bytes();
        if (length != STREAMED) {
            bytes.writeTo(out);
            return;
        }
        out.writeBytes((Integer.toHexString(bytes.size()) + "\r\n").getBytes(ISO_8859_1));
        bytes.writeTo(out);
        boolean end = index == pieces.size() - 1 && !cut;
        out.writeBytes((end ? "\r\n0\r\n\r\n" : "\r\n").getBytes(ISO_8859_1));
    }
}
