package network.pokt.mlqos.relay.supplier.adapter;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A request as a server received it. Its headers are left behind: none of them reaches a model server.
 *
 * @param method the HTTP method
 * @param target path and query as they stand in the request line, nothing decoded
 * @param announcedLength the length that the client announced, if it did
 * @param body the body; it is read up to the adapter's limit, and never for requests that are refused before
 */
public record AdapterRequest(String method, String target, OptionalLong announcedLength, InputStream body) {

    /** Returns a request without a body. */
    public static AdapterRequest get(String target) {
        return new AdapterRequest("GET", target, OptionalLong.of(0), InputStream.nullInputStream());
    }

    /** Returns the path without the query, which no route has a use for. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
