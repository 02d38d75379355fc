package network.pokt.mlqos.relay.shannon.message;

/**
 * Where a supplier takes relays ({@code pocket.shared.SupplierEndpoint}).
 *
 * @param url the address as staked; anybody can stake anything, so check it before use
 */
public record SupplierEndpoint(String url, RpcType rpcType) {

    ProtoWriter wire() {
        return new ProtoWriter().string(1, url).varint(2, rpcType.number());
    }

    static SupplierEndpoint read(ProtoReader in) {
        String url = "";
        RpcType rpcType = RpcType.UNKNOWN_RPC;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> url = in.string();
                case 2 -> rpcType = RpcType.of(in.varint32());
                default -> in.skip();
            }
        }
        return new SupplierEndpoint(url, rpcType);
    }
}
