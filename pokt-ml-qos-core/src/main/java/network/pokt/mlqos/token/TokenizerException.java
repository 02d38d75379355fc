package network.pokt.mlqos.token;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a tokenizer cannot be had: its files, its library or this platform will not do. */
public final class TokenizerException extends MlQosException {

    private static final long serialVersionUID = 1;

    public TokenizerException(String message) {
        super(message);
    }

    public TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
