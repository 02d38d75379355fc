package network.pokt.mlqos.diffusion.image;

/** What became of a file: a picture, a header whose format cannot be decoded here, or a fault. */
public sealed interface Decoding {

    /**
     * A whole picture.
     *
     * @param header what the file said
     * @param image the pixels, transparency put onto white
     * @param metadata what was beside them
     */
    record Picture(ImageHeader header, RgbImage image, ImageMetadata metadata) implements Decoding {}

    /**
     * A file whose structure is sound and whose pixels nobody here can read: WebP.
     *
     * @param header what the file said
     * @param metadata what was beside it
     */
    record HeaderOnly(ImageHeader header, ImageMetadata metadata) implements Decoding {}

    /**
     * No picture.
     *
     * @param fault why
     * @param detail a sentence for people, without text from the file
     */
    record Rejected(ImageFault fault, String detail) implements Decoding {}
}
