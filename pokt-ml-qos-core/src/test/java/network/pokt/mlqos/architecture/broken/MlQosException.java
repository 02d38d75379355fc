package network.pokt.mlqos.architecture.broken;

import network.pokt.mlqos.architecture.broken.stats.LooksDownwards;

/** A root error that knows a room. */
public final class MlQosException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names a room. */
    public MlQosException(LooksDownwards room) {
        super(room.toString());
    }
}
