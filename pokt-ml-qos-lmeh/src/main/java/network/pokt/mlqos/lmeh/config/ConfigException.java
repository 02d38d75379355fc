package network.pokt.mlqos.lmeh.config;

import network.pokt.mlqos.error.MlQosException;

/** A task file, or what it says, cannot be used. The message names the file, the place in it and the remedy. */
public final class ConfigException extends MlQosException {

    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
