package network.pokt.mlqos.relay.shannon;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;

/**
 * The nodes of a session: each supplier with its first endpoint that takes HTTP, its domain as the operator and the model that
 * the service stands for. A supplier without such an endpoint is no node. Immutable.
 *
 * @param all the nodes in the order of the chain
 * @param bySupplier the same by operator address
 * @param rpcTypes what the endpoint of each speaks, by operator address
 */
record SessionNodes(List<Node> all, Map<String, Node> bySupplier, Map<String, RpcType> rpcTypes) {

    /** Registries that sell names below a second level, such as co.uk, use no longer one than this. */
    private static final int SHORT_LABEL = 3;

    private record HttpEndpoint(URI url, RpcType type) {}

    /** Returns the nodes of a session; {@code models} says what the nodes of a service claim to serve, by service id. */
    static SessionNodes of(Session session, Map<String, String> models) {
        String service = session.header().serviceId();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, RpcType> types = new LinkedHashMap<>();
        for (Supplier supplier : session.suppliers()) {
            String operator = supplier.operatorAddress();
            Optional<HttpEndpoint> endpoint = httpEndpoint(supplier, service);
            if (!operator.isBlank() && !nodes.containsKey(operator) && endpoint.isPresent()) {
                nodes.put(operator, node(operator, service, endpoint.get().url(), models));
                types.put(operator, endpoint.get().type());
            }
        }
        return new SessionNodes(List.copyOf(nodes.values()), Map.copyOf(nodes), Map.copyOf(types));
    }

    private static Node node(String operator, String service, URI url, Map<String, String> models) {
        Node.Builder node = Node.builder(new NodeId(operator, service), url).operator(domain(url.getHost()));
        Optional.ofNullable(models.get(service)).ifPresent(node::model);
        return node.build();
    }

    private static Optional<HttpEndpoint> httpEndpoint(Supplier supplier, String service) {
        return endpoints(supplier, service).stream()
                .filter(endpoint -> isHttp(endpoint.rpcType()))
                .flatMap(endpoint -> url(endpoint).map(url -> new HttpEndpoint(url, endpoint.rpcType())).stream())
                .findFirst();
    }

    /** Returns all endpoints of a supplier for a service, in the chain's order. */
    static List<SupplierEndpoint> endpoints(Supplier supplier, String service) {
        return supplier.services().stream()
                .filter(config -> config.serviceId().equals(service))
                .flatMap(config -> config.endpoints().stream())
                .toList();
    }

    private static boolean isHttp(RpcType type) {
        return type == RpcType.JSON_RPC || type == RpcType.REST || type == RpcType.COMET_BFT;
    }

    /** Anybody can stake any text as an address, so one that is no absolute http address is passed over. */
    private static Optional<URI> url(SupplierEndpoint endpoint) {
        try {
            URI url = new URI(endpoint.url());
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the part of a host name that somebody registered, as far as it can be told without a list of registries: the last
     * two labels, three below a short second level such as co.uk; an address as it is.
     */
    static String domain(String host) {
        String[] labels = host.split("\\.", -1);
        if (labels.length < 3 || host.contains(":") || Character.isDigit(host.charAt(host.length() - 1))) {
            return host;
        }
        String top = labels[labels.length - 1];
        String second = labels[labels.length - 2];
        String domain = second + "." + top;
        boolean registry = top.length() == 2 && second.length() <= SHORT_LABEL;
        return registry ? labels[labels.length - 3] + "." + domain : domain;
    }
}
