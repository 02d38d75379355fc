package network.pokt.mlqos.relay.shannon.message;

/**
 * Why a miner refused a relay, in its own words ({@code pocket.service.RelayMinerError}); nothing signs it.
 *
 * @param codespace the part of the miner that refused, such as {@code relayer_proxy}
 * @param code the number of the error within its codespace
 */
public record RelayMinerError(String codespace, int code, String description, String message) {

    ProtoWriter wire() {
        return new ProtoWriter()
                .string(1, codespace)
                .varint(2, Integer.toUnsignedLong(code))
                .string(3, description)
                .string(4, message);
    }

    static RelayMinerError read(ProtoReader in) {
        String codespace = "";
        int code = 0;
        String description = "";
        String message = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> codespace = in.string();
                case 2 -> code = in.varint32();
                case 3 -> description = in.string();
                case 4 -> message = in.string();
                default -> in.skip();
            }
        }
        return new RelayMinerError(codespace, code, description, message);
    }
}
