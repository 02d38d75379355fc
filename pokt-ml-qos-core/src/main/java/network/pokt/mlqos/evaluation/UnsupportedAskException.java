package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.error.MlQosException;

/** Thrown before any relay is sent when a model interface cannot carry what a task asks. */
public final class UnsupportedAskException extends MlQosException {

    private static final long serialVersionUID = 1;

    public UnsupportedAskException(String message) {
        super(message);
    }
}
