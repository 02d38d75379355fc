package network.pokt.mlqos.relay.supplier.backend;

import network.pokt.mlqos.error.MlQosException;

/** An answer of a model server that has not the form of its own interface. */
public final class UnusableAnswerException extends MlQosException {

    private static final long serialVersionUID = 1L;

    public UnusableAnswerException(String message) {
        super(message);
    }
}
