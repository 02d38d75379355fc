package network.pokt.mlqos.relay.internal;

import java.net.URI;
import java.net.URISyntaxException;
import network.pokt.mlqos.transport.RelayRequest;

/** Checks requests that travel inside a protocol's own message, where no HTTP client looks at them before they are sent. */
public final class CarriedRequest {

    private CarriedRequest() {}

    /**
     * Checks path and headers: who unpacks them writes them into a request of its own, where a line end would begin another
     * header.
     *
     * @throws IllegalArgumentException if the path is no part of an address, or a header has what none may have
     */
    public static void check(RelayRequest request) {
        try {
            new URI(request.path());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The path is no part of an address, percent-encode it.", e);
        }
        request.headers().map().forEach((name, values) -> values.forEach(value -> checkHeader(name, value)));
    }

    private static void checkHeader(String name, String value) {
        boolean clean = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':')
                && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
        if (!clean) {
            throw new IllegalArgumentException(
                    "The header '" + name.replaceAll("\\p{Cntrl}", "?") + "' or its value is not allowed, remove it.");
        }
    }
}
