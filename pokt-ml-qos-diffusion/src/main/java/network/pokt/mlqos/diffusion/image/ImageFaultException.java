package network.pokt.mlqos.diffusion.image;

/** Leaves the reading of a file at its first fault; it never leaves this package. */
final class ImageFaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ImageFault fault;

    ImageFaultException(ImageFault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    ImageFault fault() {
        return fault;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
