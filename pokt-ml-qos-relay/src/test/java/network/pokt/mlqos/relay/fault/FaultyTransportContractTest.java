package network.pokt.mlqos.relay.fault;

import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;

/** Without faults the wrapped transport keeps the contract. */
class FaultyTransportContractTest extends RelayTransportContract {

    @Override
    public RelayTransport transport(Limits limits) {
        RelayTransport http = OpenAiHttpTransport.builder()
                .firstByteTimeout(limits.firstByte())
                .idleTimeout(limits.idle())
                .maxBodyBytes(limits.maxBodyBytes())
                .maxHeaderBytes(limits.maxHeaderBytes())
                .build();
        return FaultyTransport.around(http).build();
    }
}
