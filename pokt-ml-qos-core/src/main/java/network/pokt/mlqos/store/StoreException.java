package network.pokt.mlqos.store;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a store or ledger cannot be read, is in use, or cannot be written; what was acknowledged before is safe. */
public final class StoreException extends MlQosException {

    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
