package network.pokt.mlqos.lmeh.match;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when an endpoint that answers are matched by cannot be used; the answer is then neither right nor wrong. */
public final class MatchException extends MlQosException {

    private static final long serialVersionUID = 1;

    public MatchException(String message) {
        super(message);
    }

    public MatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
