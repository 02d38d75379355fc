package network.pokt.mlqos.samples.springboot;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.samples.quickstart.ArithmeticTask;
import network.pokt.mlqos.samples.quickstart.sim.SimulatedNetwork;
import network.pokt.mlqos.transport.RelayTransport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application declares once: who there is, what carries relays, and the router, which everybody shares. */
@Configuration(proxyBeanMethods = false)
class QosConfiguration {

    /** The nodes of the property {@code qos.nodes}: URL,MODEL URL,MODEL and so on. */
    @Bean
    @ConditionalOnProperty("qos.nodes")
    NodeDirectory nodes(@Value("${qos.nodes}") String nodes) {
        return NodeDirectory.of(List.of(nodes.split(" ", -1)).stream()
                .map(node -> node.split(",", 2))
                .map(parts -> Node.at(URI.create(parts[0]), parts[1]))
                .toArray(Node[]::new));
    }

    /** Six simulated nodes where no others are named. */
    @Bean
    @ConditionalOnMissingBean(NodeDirectory.class)
    SimulatedNetwork simulatedNetwork() throws IOException {
        return SimulatedNetwork.start(new ArithmeticTask(1, 100).answers(), 1, SimulatedNetwork.usual(100));
    }

    @Bean
    @ConditionalOnMissingBean(NodeDirectory.class)
    NodeDirectory simulatedNodes(SimulatedNetwork network) {
        return network.directory();
    }

    @Bean(destroyMethod = "close")
    RelayTransport transport() {
        return OpenAiHttpTransport.create();
    }

    @Bean
    QosRouter router(NodeDirectory nodes, RelayTransport transport, MeterRegistry meters) {
        return QosRouter.builder(nodes)
                .transport(transport)
                .listener(new RouterMetrics(meters))
                .build();
    }
}
