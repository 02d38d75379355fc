package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.transport.Payload;

/**
 * How rare a relay must be to be claimed ({@code pocket.service.RelayMiningDifficulty}).
 *
 * @param relaysMovingAverage the exponential moving average of the service's relays per session
 * @param targetHash 32 bytes; a relay whose hash is smaller is claimed
 */
public record RelayMiningDifficulty(String serviceId, long blockHeight, long relaysMovingAverage, Payload targetHash) {

    ProtoWriter wire() {
        return new ProtoWriter()
                .string(1, serviceId)
                .varint(2, blockHeight)
                .varint(3, relaysMovingAverage)
                .bytes(4, targetHash);
    }

    static RelayMiningDifficulty read(ProtoReader in) {
        String serviceId = "";
        long height = 0;
        long average = 0;
        Payload target = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> serviceId = in.string();
                case 2 -> height = in.varint();
                case 3 -> average = in.varint();
                case 4 -> target = in.bytes();
                default -> in.skip();
            }
        }
        return new RelayMiningDifficulty(serviceId, height, average, target);
    }
}
