package network.pokt.mlqos.relay.supplier.backend;

import network.pokt.mlqos.error.MlQosException;

/** An error that a model server tells within an answer of status 200. */
public final class ToldErrorException extends MlQosException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** Gives the status that the server would have answered with, 400 to 599, and its message. */
    public ToldErrorException(int status, String message) {
        super(message);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("An error has a status from 400 to 599, got " + status + ".");
        }
        this.status = status;
    }

    /** Returns the status that the error stands for. */
    public int status() {
        return status;
    }
}
