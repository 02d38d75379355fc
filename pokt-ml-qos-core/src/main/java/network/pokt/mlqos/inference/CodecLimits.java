package network.pokt.mlqos.inference;

/**
 * How much of an answer is taken in before it is {@link network.pokt.mlqos.transport.FaultCause#OVERSIZED}.
 *
 * <p>The transport bounds the bytes of a body; these bounds keep few bytes from becoming much memory. The defaults are several
 * times what the largest models answer today.
 *
 * @param nestingDepth how deep objects and arrays may lie in each other
 * @param stringLength the most characters of one text
 * @param numberLength the most characters of one number
 * @param choices the most choices of an answer, and the most tool calls of a choice
 * @param logprobs the most log-probabilities of an answer: tokens and candidates together
 */
public record CodecLimits(int nestingDepth, int stringLength, int numberLength, int choices, int logprobs) {

    private static final CodecLimits DEFAULTS = builder().build();

    public CodecLimits {
        requirePositive("nestingDepth", nestingDepth);
        requirePositive("stringLength", stringLength);
        requirePositive("numberLength", numberLength);
        requirePositive("choices", choices);
        requirePositive("logprobs", logprobs);
    }

    /** Returns the limits that hold when nobody says otherwise. */
    public static CodecLimits defaults() {
        return DEFAULTS;
    }

    public static Builder builder() {
        return new Builder();
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit " + name + " must be at least 1, got " + limit + ".");
        }
    }

    /** Collects limits, beginning with the defaults. Not thread-safe. */
    public static final class Builder {

        private int nestingDepth = 100;
        private int stringLength = 16 << 20;
        private int numberLength = 256;
        private int choices = 1024;
        private int logprobs = 1 << 21;

        private Builder() {}

        public Builder nestingDepth(int nestingDepth) {
            this.nestingDepth = nestingDepth;
            return this;
        }

        public Builder stringLength(int stringLength) {
            this.stringLength = stringLength;
            return this;
        }

        public Builder numberLength(int numberLength) {
            this.numberLength = numberLength;
            return this;
        }

        public Builder choices(int choices) {
            this.choices = choices;
            return this;
        }

        public Builder logprobs(int logprobs) {
            this.logprobs = logprobs;
            return this;
        }

        public CodecLimits build() {
            return new CodecLimits(nestingDepth, stringLength, numberLength, choices, logprobs);
        }
    }
}
