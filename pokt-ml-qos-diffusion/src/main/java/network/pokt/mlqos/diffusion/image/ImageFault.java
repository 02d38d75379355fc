package network.pokt.mlqos.diffusion.image;

/** Why a file is no picture that can be judged. */
public enum ImageFault {
    /** Nothing was sent. */
    EMPTY,
    /** The text is no strict base64: foreign characters, white space, wrong length or padding. */
    NOT_BASE64,
    /** More bytes than the limits allow. */
    TOO_MANY_BYTES,
    /** No PNG, JPEG or WebP. */
    UNKNOWN_FORMAT,
    /** Another format than the answer says or the request asked for. */
    OTHER_FORMAT,
    /** A header that breaks its format. */
    BAD_HEADER,
    /** More pixels, or a longer side, than the limits allow. */
    TOO_LARGE,
    /** A checksum that does not match its data. */
    BAD_CHECKSUM,
    /** It ends before its end. */
    TRUNCATED,
    /** Something follows its end, as in a file that is two things at once. */
    TRAILING_DATA,
    /** Its compressed data is broken, or holds more or less than its size says. */
    CORRUPT,
    /** Several frames. */
    ANIMATED,
    /** Well formed, but in a way that no image model draws, such as CMYK or 12 bits for each sample. */
    UNUSUAL
}
