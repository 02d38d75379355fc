/** Transports that carry relays to nodes, their resilience policies, and the supplier side. */
module network.pokt.mlqos.relay {
    requires static transitive org.jspecify;
    requires transitive network.pokt.mlqos;
    requires transitive java.net.http;
    requires io.github.resilience4j.bulkhead;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires io.github.resilience4j.retry;
    requires jdk.httpserver;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;

    exports network.pokt.mlqos.relay.fault;
    exports network.pokt.mlqos.relay.gateway;
    exports network.pokt.mlqos.relay.http;
    exports network.pokt.mlqos.relay.local;
    exports network.pokt.mlqos.relay.morse;
    exports network.pokt.mlqos.relay.record;
    exports network.pokt.mlqos.relay.resilience;
    exports network.pokt.mlqos.relay.shannon.message;
    exports network.pokt.mlqos.relay.shannon;
    exports network.pokt.mlqos.relay.supplier.adapter;
    exports network.pokt.mlqos.relay.supplier.backend;
    exports network.pokt.mlqos.relay.supplier.conformance;
    exports network.pokt.mlqos.relay.supplier.stake;
}
