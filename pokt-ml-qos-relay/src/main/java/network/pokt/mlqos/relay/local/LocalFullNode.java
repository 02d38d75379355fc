package network.pokt.mlqos.relay.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A full node of the local chain: the REST interface and the CometBFT RPC behind one address, as far as a client of relays
 * asks. Thread-safe.
 */
public final class LocalFullNode {

    private final LocalChain chain;
    private final LocalServer server;
    private final RestAnswers rest;
    private final AbciAnswers abci;
    private final JsonMapper json = new JsonMapper();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private volatile boolean broken;

    LocalFullNode(LocalChain chain, int port) throws IOException {
        this.chain = chain;
        rest = new RestAnswers(chain);
        abci = new AbciAnswers(chain);
        server = LocalServer.start("local-full-node", port, this::answer);
    }

    /** Returns where it is reached, for {@code ShannonNode.rest} as well as for {@code ShannonNode.comet}. */
    public URI uri() {
        return server.uri();
    }

    /** Returns how many questions it was asked. */
    public long requests() {
        return requests.get();
    }

    /** Makes it answer every question with status 500, or sensibly again. */
    public void broken(boolean broken) {
        this.broken = broken;
    }

    /** Makes it know the chain only up to this many blocks before the newest. */
    public void lag(long blocks) {
        lag.set(blocks);
    }

    private long height() {
        return Math.max(1, chain.height() - lag.get());
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        if (broken) {
            send(exchange, 500, status(13, "the node is broken because it was told to be"));
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        try {
            send(exchange, 200, path.equals("/abci_query") ? abci.answer(query, height()) : answer(path, query));
        } catch (ChainRefusal e) {
            // As grpc-gateway translates codes: 5 is not found, the others that occur here are errors of the server.
            send(exchange, e.code() == 5 ? 404 : 500, status(e.code(), e.text()));
        }
    }

    private ObjectNode answer(String path, Map<String, String> query) {
        if (path.equals("/status")) {
            ObjectNode root = LocalJson.object();
            root.putObject("result").putObject("sync_info").put("latest_block_height", Long.toString(height()));
            return root;
        }
        return rest.answer(path, query, height());
    }

    private static ObjectNode status(int code, String message) {
        ObjectNode status = LocalJson.object().put("code", code).put("message", message);
        status.putArray("details");
        return status;
    }

    private void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        LocalServer.send(exchange, status, "application/json", json.writeValueAsBytes(body));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    void close() {
        server.close();
    }
}
