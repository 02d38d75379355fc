package network.pokt.mlqos.lmeh.data;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when documents are missing or are not what a task needs; the message names the file and the line. */
public final class DatasetException extends MlQosException {

    private static final long serialVersionUID = 1;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
