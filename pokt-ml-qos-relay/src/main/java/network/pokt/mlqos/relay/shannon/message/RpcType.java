package network.pokt.mlqos.relay.shannon.message;

/** What an endpoint speaks ({@code pocket.shared.RPCType}); {@link #number()} is also the value of the Rpc-Type header. */
public enum RpcType {
    UNKNOWN_RPC(0),
    GRPC(1),
    WEBSOCKET(2),
    JSON_RPC(3),
    REST(4),
    COMET_BFT(5);

    private final int number;

    RpcType(int number) {
        this.number = number;
    }

    /** Returns the number on the wire. */
    public int number() {
        return number;
    }

    /** Returns the type of this number, {@link #UNKNOWN_RPC} for one that came later than this library. */
    public static RpcType of(int number) {
        for (RpcType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        return UNKNOWN_RPC;
    }
}
