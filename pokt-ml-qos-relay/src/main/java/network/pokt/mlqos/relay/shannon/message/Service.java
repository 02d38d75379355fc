package network.pokt.mlqos.relay.shannon.message;

/**
 * What suppliers serve and applications pay for ({@code pocket.shared.Service}, without its card).
 *
 * @param computeUnitsPerRelay what every relay counts, whatever it holds
 */
public record Service(String id, String name, long computeUnitsPerRelay, String ownerAddress) {

    ProtoWriter wire() {
        return new ProtoWriter()
                .string(1, id)
                .string(2, name)
                .varint(3, computeUnitsPerRelay)
                .string(4, ownerAddress);
    }

    static Service read(ProtoReader in) {
        String id = "";
        String name = "";
        long units = 0;
        String owner = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> id = in.string();
                case 2 -> name = in.string();
                case 3 -> units = in.varint();
                case 4 -> owner = in.string();
                default -> in.skip();
            }
        }
        return new Service(id, name, units, owner);
    }
}
