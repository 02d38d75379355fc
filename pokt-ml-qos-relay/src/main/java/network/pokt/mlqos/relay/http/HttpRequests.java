package network.pokt.mlqos.relay.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayRequest;

/**
 * Turns relays into requests of the JDK's client: address, headers and credentials.
 *
 * <p>A header of the relay replaces the transport's header of the same name, {@code Authorization} included.
 */
final class HttpRequests {

    private static final String AUTHORIZATION = "Authorization";

    /** Nodes come and go; beyond this many addresses all are forgotten and made again. */
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, String> headers;
    private final Function<Node, Optional<String>> bearerToken;
    private final ConcurrentMap<Target, URI> addresses = new ConcurrentHashMap<>();

    private record Target(URI endpoint, String path) {}

    HttpRequests(Map<String, String> headers, Function<Node, Optional<String>> bearerToken) {
        this.headers = headers;
        this.bearerToken = bearerToken;
    }

    /**
     * Returns the request to send for {@code relay}.
     *
     * @throws IllegalArgumentException if the path or a header cannot be sent
     */
    HttpRequest of(Node node, RelayRequest relay, Runnable bodyAsked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(new Target(node.endpoint(), relay.path())));
        BodyPublisher body =
                relay.body().isEmpty() ? BodyPublishers.noBody() : new PayloadPublisher(relay.body(), bodyAsked);
        if (relay.method().equals("GET") && relay.body().isEmpty()) {
            request.GET();
        } else {
            request.method(relay.method(), body);
        }
        headers.forEach((name, value) -> add(request, name, value, true));
        if (relay.headers().firstValue(AUTHORIZATION).isEmpty()) {
            bearerToken.apply(node).ifPresent(token -> add(request, AUTHORIZATION, "Bearer " + token, true));
        }
        relay.headers().map().forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                add(request, name, values.get(i), i == 0);
            }
        });
        return request.build();
    }

    /** The client's own complaint repeats the value, which may be a secret. */
    private static void add(HttpRequest.Builder request, String name, String value, boolean replace) {
        try {
            if (replace) {
                request.setHeader(name, value);
            } else {
                request.header(name, value);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The header '" + name + "' or its value is not allowed, remove it.");
        }
    }

    private URI address(Target target) {
        URI known = addresses.get(target);
        if (known != null) {
            return known;
        }
        URI address = join(target.endpoint(), target.path());
        if (addresses.size() >= MAX_ADDRESSES) {
            addresses.clear();
        }
        addresses.put(target, address);
        return address;
    }

    /** Appends {@code path} to the endpoint, whose own path is kept and whose query is not. */
    private static URI join(URI endpoint, String path) {
        String base = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String address = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + root + path;
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The path is no part of an address, percent-encode it.", e);
        }
    }
}
