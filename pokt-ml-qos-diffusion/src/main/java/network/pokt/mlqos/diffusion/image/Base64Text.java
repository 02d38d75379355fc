package network.pokt.mlqos.diffusion.image;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 as nodes send it: strict, with a data URI's beginning tolerated.
 */
final class Base64Text {

    private static final String MARK = ";base64,";

    /** No beginning of a data URI is longer. */
    private static final int MAX_PREFIX = 64;

    private final Optional<ImageFormat> declared;
    private final byte[] bytes;

    private Base64Text(Optional<ImageFormat> declared, byte[] bytes) {
        this.declared = declared;
        this.bytes = bytes;
    }

    /** Returns the format that the data URI names, if it names one of ours. */
    Optional<ImageFormat> declared() {
        return declared;
    }

    byte[] bytes() {
        return bytes;
    }

    static Base64Text read(String text, ImageLimits limits) {
        String encoded = text;
        Optional<ImageFormat> declared = Optional.empty();
        if (text.startsWith("data:")) {
            int mark = text.substring(0, Math.min(text.length(), MAX_PREFIX)).indexOf(MARK);
            if (mark < 0) {
                throw wrong("The data URI has no base64 in it.");
            }
            declared = ImageFormat.named(text.substring("data:".length(), mark));
            encoded = text.substring(mark + MARK.length());
        }
        if (encoded.isEmpty()) {
            throw new ImageFaultException(ImageFault.EMPTY, "The picture is an empty text.");
        }
        if (encoded.length() / 4 * 3L - 2 > limits.bytes()) {
            throw new ImageFaultException(
                    ImageFault.TOO_MANY_BYTES, "The picture has more than " + limits.bytes() + " bytes.");
        }
        if (encoded.length() % 4 != 0) {
            throw wrong("The base64 has " + encoded.length() + " characters, which is no multiple of 4.");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw wrong("The picture is no strict base64.");
        }
        String lastQuad = encoded.substring(encoded.length() - 4);
        int tail = bytes.length % 3 == 0 ? 3 : bytes.length % 3;
        byte[] last = Arrays.copyOfRange(bytes, bytes.length - tail, bytes.length);
        if (!Base64.getEncoder().encodeToString(last).equals(lastQuad)) {
            throw wrong("The base64 hides bits behind its end.");
        }
        return new Base64Text(declared, bytes);
    }

    private static ImageFaultException wrong(String detail) {
        return new ImageFaultException(ImageFault.NOT_BASE64, detail);
    }
}
