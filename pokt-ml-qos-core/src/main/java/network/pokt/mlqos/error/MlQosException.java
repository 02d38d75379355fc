package network.pokt.mlqos.error;

/**
 * The root of the library's exceptions: something that the caller has to change.
 *
 * <p>A failed relay is never an exception; it is data with a cause. The message says what is wrong, where, and what to do.
 */
public class MlQosException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MlQosException(String message) {
        super(message);
    }

    public MlQosException(String message, Throwable cause) {
        super(message, cause);
    }
}
