package network.pokt.mlqos.relay.local;

/** A question that the local chain answers with an error, as poktroll would. */
final class ChainRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    /** Takes the code of gRPC and the words. */
    ChainRefusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
