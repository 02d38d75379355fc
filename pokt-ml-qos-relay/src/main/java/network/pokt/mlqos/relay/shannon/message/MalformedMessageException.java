package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.error.MlQosException;

/** Bytes that are not the message they should be; whoever sent them is to blame. */
public final class MalformedMessageException extends MlQosException {

    private static final long serialVersionUID = 1;

    MalformedMessageException(String message) {
        super(message);
    }
}
