package network.pokt.mlqos.relay.shannon;

import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;

/** The evidence of one relay. */
public record RelayProof(ShannonRequest request, ShannonResponse response, PocketPublicKey supplier) {

    static RelayProof of(ShannonRequest request, ShannonResponse response, PocketPublicKey supplier) {
        return new RelayProof(request, response, supplier);
    }
}
