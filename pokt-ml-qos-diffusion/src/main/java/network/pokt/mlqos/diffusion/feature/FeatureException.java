package network.pokt.mlqos.diffusion.feature;

import network.pokt.mlqos.error.MlQosException;

/** Thrown when a network cannot be loaded or does not take what it is given: something that the caller has to change. */
public final class FeatureException extends MlQosException {

    private static final long serialVersionUID = 1;

    FeatureException(String message) {
        super(message);
    }

    FeatureException(String message, Throwable cause) {
        super(message, cause);
    }
}
