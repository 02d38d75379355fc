package network.pokt.mlqos.lmeh.function;

import network.pokt.mlqos.error.MlQosException;

/** A task needs a Python function that has no native equivalent. The message names the function and where it is from. */
public final class UnsupportedFunctionException extends MlQosException {

    private static final long serialVersionUID = 1;

    public UnsupportedFunctionException(String message) {
        super(message);
    }
}
