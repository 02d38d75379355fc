package network.pokt.mlqos.relay.gateway;

import java.net.URI;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;

/** The kit's server is the gateway. */
class GatewayTransportContractTest extends RelayTransportContract {

    @Override
    public RelayTransport transport(Limits limits) {
        return GatewayTransport.builder()
                .http(OpenAiHttpTransport.builder()
                        .firstByteTimeout(limits.firstByte())
                        .idleTimeout(limits.idle())
                        .maxBodyBytes(limits.maxBodyBytes())
                        .maxHeaderBytes(limits.maxHeaderBytes())
                        .build())
                .build();
    }

    @Override
    public Node node(URI address) {
        return GatewayTransport.supplier(address, "llm", "pokt1supplier").build();
    }
}
