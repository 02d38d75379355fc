package network.pokt.mlqos.relay.shannon.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.transport.Payload;

/**
 * The HTTP answer inside a relay response ({@code sdk.types.POKTHTTPResponse}).
 *
 * @param statusCode the backend's status, whatever the status of the miner's own HTTP answer; 0 in parts of a stream
 * @param headers the header fields by name; names take Go's spelling, {@code Content-Type}
 */
public record PoktHttpResponse(int statusCode, Map<String, List<String>> headers, Payload body) {

    public PoktHttpResponse {
        headers = HeaderMap.of(headers);
    }

    /** Returns the bytes on the wire. */
    public Payload encode() {
        ProtoWriter out = new ProtoWriter().varint(1, Integer.toUnsignedLong(statusCode));
        HeaderMap.write(out, 2, headers);
        return out.bytes(3, body).toPayload();
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the bytes are no such message
     */
    public static PoktHttpResponse decode(Payload bytes) {
        ProtoReader in = ProtoReader.of("HTTP response of a relay", bytes);
        int statusCode = 0;
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Payload body = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> statusCode = in.varint32();
                case 2 -> HeaderMap.readEntry(in.message(), headers);
                case 3 -> body = in.bytes();
                default -> in.skip();
            }
        }
        return new PoktHttpResponse(statusCode, headers, body);
    }

    /** Returns status, header names and body size. */
    @Override
    public String toString() {
        return statusCode + " " + headers.keySet() + " " + body;
    }
}
