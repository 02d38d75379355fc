package network.pokt.mlqos.diffusion.api;

import java.util.OptionalLong;

/** One picture of an answer as it came: nothing about it has been checked. */
public sealed interface ReturnedImage {

    /**
     * A file in base64.
     *
     * @param base64 the text, perhaps a data URI
     * @param filtered whether the node says that its safety filter has blurred or blacked it out
     * @param seed the seed that the node says it used
     */
    record Embedded(String base64, boolean filtered, OptionalLong seed) implements ReturnedImage {}

    /**
     * An address instead of a picture. It is never fetched: a node could name any address in our network.
     *
     * @param url the address as the node wrote it
     */
    record Link(String url) implements ReturnedImage {}
}
