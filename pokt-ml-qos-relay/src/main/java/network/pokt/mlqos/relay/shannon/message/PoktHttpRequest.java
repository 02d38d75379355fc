package network.pokt.mlqos.relay.shannon.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.transport.Payload;

/**
 * The HTTP request inside a relay ({@code sdk.types.POKTHTTPRequest}).
 *
 * @param method the HTTP method, upper case
 * @param headers the header fields by name; names take Go's spelling, {@code Content-Type}
 * @param url the supplier's endpoint with path and query; the miner puts its backend's scheme and host in their place
 */
public record PoktHttpRequest(String method, Map<String, List<String>> headers, String url, Payload body) {

    public PoktHttpRequest {
        headers = HeaderMap.of(headers);
    }

    /** Returns the bytes on the wire. */
    public Payload encode() {
        ProtoWriter out = new ProtoWriter().string(1, method);
        HeaderMap.write(out, 2, headers);
        return out.string(3, url).bytes(4, body).toPayload();
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws MalformedMessageException if the bytes are no such message
     */
    public static PoktHttpRequest decode(Payload bytes) {
        ProtoReader in = ProtoReader.of("HTTP request of a relay", bytes);
        String method = "";
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String url = "";
        Payload body = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> method = in.string();
                case 2 -> HeaderMap.readEntry(in.message(), headers);
                case 3 -> url = in.string();
                case 4 -> body = in.bytes();
                default -> in.skip();
            }
        }
        return new PoktHttpRequest(method, headers, url, body);
    }

    /** Returns method, address, header names and body size; header values may be secrets. */
    @Override
    public String toString() {
        return method + " " + url + " " + headers.keySet() + " " + body;
    }
}
