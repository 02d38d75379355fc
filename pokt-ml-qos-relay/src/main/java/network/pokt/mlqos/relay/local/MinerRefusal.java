package network.pokt.mlqos.relay.local;

import network.pokt.mlqos.relay.shannon.message.RelayMinerError;

/** Why a local miner refuses a relay, in the words of both miners. */
enum MinerRefusal {
    MALFORMED("relayer_proxy", 14, 400, "failed to unmarshal relay request"),
    INCOMPLETE("relay_authenticator", 4, 400, "invalid relay request: missing fields"),
    WRONG_SUPPLIER("relay_authenticator", 3, 404, "supplier key is not held by this miner"),
    NOT_SERVED("relayer_proxy", 3, 404, "service is not configured"),
    RATE_LIMITED("relayer_proxy", 7, 429, "session relay limit reached"),
    EXPIRED("relay_authenticator", 1, 400, "session expired: height is beyond its grace period"),
    RING_INVALID("rings", 3, 400, "invalid ring signature"),
    SESSION_MISMATCH("relay_authenticator", 1, 400, "session header does not match the chain's session"),
    NOT_IN_SESSION("relay_authenticator", 2, 400, "supplier is not in the session"),
    UNREACHABLE("relayer_proxy", 9, 503, "backend not reachable"),
    TIMEOUT("relayer_proxy", 10, 504, "backend timeout"),
    INTERNAL("relayer_proxy", 5, 500, "internal error");

    private final String codespace;
    private final int code;
    private final int status;
    private final String words;

    MinerRefusal(String codespace, int code, int status, String words) {
        this.codespace = codespace;
        this.code = code;
        this.status = status;
        this.words = words;
    }

    /** Returns what the classic miner puts into its reply. */
    RelayMinerError error() {
        return new RelayMinerError(codespace, code, words, words);
    }

    /** Returns the status of the newer miner's reply. */
    int status() {
        return status;
    }

    /** Returns the body of the newer miner's reply. */
    String json() {
        return "{\"error\":\"" + words + "\"}";
    }
}
