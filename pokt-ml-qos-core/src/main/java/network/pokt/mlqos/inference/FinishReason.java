package network.pokt.mlqos.inference;

/**
 * Why a model stopped writing: an open set, since servers invent their own.
 *
 * @param value the word on the wire, such as {@code stop}
 */
public record FinishReason(String value) {

    public static final FinishReason STOP = new FinishReason("stop");
    public static final FinishReason LENGTH = new FinishReason("length");
    public static final FinishReason TOOL_CALLS = new FinishReason("tool_calls");
    public static final FinishReason CONTENT_FILTER = new FinishReason("content_filter");

    /** Returns the constant for a well-known word, else a new value. */
    public static FinishReason of(String value) {
        return switch (value) {
            case "stop" -> STOP;
            case "length" -> LENGTH;
            case "tool_calls" -> TOOL_CALLS;
            case "content_filter" -> CONTENT_FILTER;
            default -> new FinishReason(value);
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
