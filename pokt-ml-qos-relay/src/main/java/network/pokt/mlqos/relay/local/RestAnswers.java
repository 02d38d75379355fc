package network.pokt.mlqos.relay.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the REST interface of the local full node answers. Thread-safe. */
final class RestAnswers {

    private static final String POCKET = "/pokt-network/poktroll/";

    private final LocalChain chain;

    RestAnswers(LocalChain chain) {
        this.chain = chain;
    }

    ObjectNode answer(String path, Map<String, String> query, long height) {
        if (path.startsWith(POCKET)) {
            return pocket(List.of(path.substring(POCKET.length()).split("/", -1)), query, height);
        }
        if (path.startsWith("/cosmos/auth/v1beta1/accounts/")) {
            String address = path.substring(path.lastIndexOf('/') + 1);
            return wrap("account", LocalJson.account(chain.account(address)));
        }
        if (path.equals("/cosmos/base/tendermint/v1beta1/blocks/latest")) {
            ObjectNode root = LocalJson.object();
            root.putObject("block").putObject("header").put("height", Long.toString(height));
            return root;
        }
        throw notFound(path);
    }

    private ObjectNode pocket(List<String> parts, Map<String, String> query, long height) {
        String last = parts.get(parts.size() - 1);
        return switch (parts.get(0)) {
            case "session" -> last.equals("params") ? sessionParams() : session(query, height);
            case "application" ->
                wrap("application", LocalJson.application(found(chain.application(last), "application", last)));
            case "supplier" -> wrap("supplier", LocalJson.supplier(found(chain.supplier(last), "supplier", last)));
            case "shared" -> wrap("params", LocalJson.sharedParams(chain.params()));
            case "service" ->
                parts.size() == 3
                        ? wrap("relay_mining_difficulty", LocalJson.difficulty(chain.difficulty(last)))
                        : wrap("service", LocalJson.service(found(chain.service(last), "service", last)));
            default -> throw notFound(parts.get(0));
        };
    }

    private ObjectNode session(Map<String, String> query, long height) {
        return wrap(
                "session",
                LocalJson.session(chain.session(
                        query.getOrDefault("application_address", ""),
                        query.getOrDefault("service_id", ""),
                        Long.parseLong(query.getOrDefault("block_height", "0")),
                        height)));
    }

    private ObjectNode sessionParams() {
        return wrap(
                "params",
                LocalJson.object().put("num_suppliers_per_session", Integer.toString(chain.suppliersPerSession())));
    }

    private static ObjectNode wrap(String name, ObjectNode value) {
        ObjectNode root = LocalJson.object();
        root.set(name, value);
        return root;
    }

    private static <T> T found(Optional<T> value, String what, String name) {
        return value.orElseThrow(() -> notFound(what + " " + name));
    }

    private static ChainRefusal notFound(String what) {
        return new ChainRefusal(5, what + " not found");
    }
}
