package network.pokt.mlqos.diffusion.signal;

/** How an answer is not what was asked for. */
public enum Breach {
    /** No usable answer at all. */
    NO_ANSWER,
    /** More or fewer pictures than were asked for. */
    WRONG_COUNT,
    /** Another number of rows or columns. */
    WRONG_SIZE,
    /** Another file format. */
    WRONG_FORMAT,
    /** Bytes that are no sound picture. */
    NOT_A_PICTURE,
    /** A link instead of a picture. */
    LINK
}
