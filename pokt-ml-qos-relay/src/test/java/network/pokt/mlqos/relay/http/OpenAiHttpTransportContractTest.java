package network.pokt.mlqos.relay.http;

import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;

class OpenAiHttpTransportContractTest extends RelayTransportContract {

    @Override
    public RelayTransport transport(Limits limits) {
        return OpenAiHttpTransport.builder()
                .firstByteTimeout(limits.firstByte())
                .idleTimeout(limits.idle())
                .maxBodyBytes(limits.maxBodyBytes())
                .maxHeaderBytes(limits.maxHeaderBytes())
                .build();
    }
}
