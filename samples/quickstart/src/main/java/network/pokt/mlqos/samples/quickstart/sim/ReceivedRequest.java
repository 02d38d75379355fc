package network.pokt.mlqos.samples.quickstart.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import network.pokt.mlqos.transport.Payload;

/**
 * A request that was read whole.
 *
 * @param method the method, as sent
 * @param path the path, without the query
 * @param keepAlive whether the client may send another on the same connection
 * @param body the body, possibly empty
 * @param bytes how many bytes the request took on the wire
 */
record ReceivedRequest(String method, String path, boolean keepAlive, Payload body, int bytes) {

    /** Far above any prompt; a client that announces more is hung up on. */
    static final int LARGEST = 16 << 20;

    private static final int END_OF_HEAD = 4;

    /**
     * Reads a request from the first {@code size} bytes, if it is there to its end. Only bodies with a Content-Length
     * are known.
     *
     * @throws IOException if this can never become such a request
     */
    static Optional<ReceivedRequest> parse(byte[] in, int size) throws IOException {
        int head = headLength(in, size);
        if (head < 0) {
            return Optional.empty();
        }
        String[] lines = new String(in, 0, head, ISO_8859_1).split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3 || !first[2].equals("HTTP/1.1")) {
            throw new IOException("No HTTP/1.1 request: " + lines[0]);
        }
        int length = 0;
        boolean keepAlive = true;
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = colon < 0 ? lines[i] : lines[i].substring(0, colon);
            String value = lines[i].substring(colon + 1).strip();
            if (name.equalsIgnoreCase("content-length")) {
                length = length(value);
            } else if (name.equalsIgnoreCase("connection")) {
                keepAlive = !value.equalsIgnoreCase("close");
            } else if (name.equalsIgnoreCase("transfer-encoding")) {
                throw new IOException("Only bodies with a Content-Length are read, not " + value);
            }
        }
        int bodyAt = head + END_OF_HEAD;
        if (size - bodyAt < length) {
            return Optional.empty();
        }
        Payload body = Payload.wrap(Arrays.copyOfRange(in, bodyAt, bodyAt + length), length);
        return Optional.of(
                new ReceivedRequest(first[0], first[1].split("\\?", 2)[0], keepAlive, body, bodyAt + length));
    }

    private static int headLength(byte[] in, int size) {
        for (int i = 0; i + END_OF_HEAD <= size; i++) {
            if (in[i] == '\r' && in[i + 1] == '\n' && in[i + 2] == '\r' && in[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String value) throws IOException {
        try {
            int length = Integer.parseInt(value);
            if (length >= 0 && length <= LARGEST) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IOException("No Content-Length: " + value, e);
        }
        throw new IOException("A Content-Length of 0 to " + LARGEST + " is needed, got " + value);
    }
}
