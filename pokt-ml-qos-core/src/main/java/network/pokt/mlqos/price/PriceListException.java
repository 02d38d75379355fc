package network.pokt.mlqos.price;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a price list cannot be understood. */
public final class PriceListException extends MlQosException {

    private static final long serialVersionUID = 1;

    public PriceListException(String message) {
        super(message);
    }

    public PriceListException(String message, Throwable cause) {
        super(message, cause);
    }
}
