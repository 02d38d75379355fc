package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a journal cannot be read, belongs to another run, is in use, or cannot be written. */
public final class JournalException extends MlQosException {

    private static final long serialVersionUID = 1;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
