package network.pokt.mlqos.relay.supplier.backend;

import network.pokt.mlqos.error.MlQosException;

/** A request that a model server cannot serve, and the client's to correct. */
public final class UnservableRequestException extends MlQosException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** Names the field of the request and what is wrong with it. */
    public UnservableRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Returns the name of the field, as the {@code param} of OpenAI's errors. */
    public String field() {
        return field;
    }
}
