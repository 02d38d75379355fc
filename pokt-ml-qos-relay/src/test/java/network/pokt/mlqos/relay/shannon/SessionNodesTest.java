package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.relay.shannon.message.SupplierEndpoint;
import network.pokt.mlqos.relay.shannon.message.SupplierService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionNodesTest {

    private static Supplier supplier(String address, SupplierEndpoint... endpoints) {
        return new Supplier(address, address, null, List.of(new SupplierService("llm", List.of(endpoints))));
    }

    private static Session session(Supplier... suppliers) {
        return new Session(new SessionHeader("app", "llm", "id", 1, 10), 1, 10, null, List.of(suppliers));
    }

    @Test
    void a_node_is_reached_at_its_first_endpoint_that_takes_http() {
        SessionNodes nodes = SessionNodes.of(
                session(supplier(
                        "alice",
                        new SupplierEndpoint("wss://ws.pool.example.com", RpcType.WEBSOCKET),
                        new SupplierEndpoint("https://grpc.pool.example.com", RpcType.GRPC),
                        new SupplierEndpoint("https://rest.pool.example.com/llm", RpcType.REST),
                        new SupplierEndpoint("https://json.pool.example.com", RpcType.JSON_RPC))),
                Map.of("llm", "pocket_network"));

        Node alice = nodes.all().get(0);
        assertThat(alice.endpoint()).hasToString("https://rest.pool.example.com/llm");
        assertThat(alice.operator()).contains("example.com");
        assertThat(alice.model()).contains("pocket_network");
        assertThat(nodes.rpcTypes()).containsEntry("alice", RpcType.REST);
    }

    @Test
    void what_somebody_staked_as_an_address_and_is_none_makes_no_node() {
        SessionNodes nodes = SessionNodes.of(
                session(
                        supplier("a", new SupplierEndpoint("not an address", RpcType.REST)),
                        supplier("b", new SupplierEndpoint("file:///etc/passwd", RpcType.REST)),
                        supplier("c", new SupplierEndpoint("http://", RpcType.REST)),
                        supplier("d", new SupplierEndpoint("http:opaque", RpcType.REST)),
                        supplier("e"),
                        supplier(" ", new SupplierEndpoint("http://host", RpcType.REST)),
                        supplier("f", new SupplierEndpoint("http://host:1", RpcType.UNKNOWN_RPC)),
                        supplier("g", new SupplierEndpoint("http://host:1", RpcType.JSON_RPC)),
                        supplier("g", new SupplierEndpoint("http://host:2", RpcType.JSON_RPC))),
                Map.of());

        assertThat(nodes.all()).hasSize(1);
        assertThat(nodes.all().get(0).endpoint()).hasToString("http://host:1");
        assertThat(nodes.all().get(0).model()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relay.example.com, example.com",
        "example.com, example.com",
        "a.b.example.co.uk, example.co.uk",
        "node.example.de, example.de",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "[::1], [::1]"
    })
    void an_operator_is_the_domain_of_the_endpoint(String host, String domain) {
        assertThat(SessionNodes.domain(host)).isEqualTo(domain);
    }
}
