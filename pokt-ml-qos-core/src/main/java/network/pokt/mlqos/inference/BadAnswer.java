package network.pokt.mlqos.inference;

import network.pokt.mlqos.transport.FaultCause;

/**
 * Leaves the reading of an answer at the first thing that makes it unusable. It never leaves this package: the codec turns it
 * into a fault. It carries no stack trace, since bad answers are ordinary.
 */
final class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FaultCause cause;

    /** Creates one; {@code detail} is a sentence without prompts or other text of the body. */
    BadAnswer(FaultCause cause, String detail) {
        super(detail, null, false, false);
        this.cause = cause;
    }

    static BadAnswer schema(String detail) {
        return new BadAnswer(FaultCause.SCHEMA, detail);
    }

    FaultCause fault() {
        return cause;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
