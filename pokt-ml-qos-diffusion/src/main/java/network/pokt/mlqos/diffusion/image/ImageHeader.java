package network.pokt.mlqos.diffusion.image;

/**
 * What a file says about its picture before any of it is decoded.
 *
 * @param format the format by its content, whatever its name
 * @param width columns
 * @param height rows
 * @param bitDepth bits of each sample, 8 as a rule
 * @param channels samples of each pixel as stored: 1 for gray or a palette, 3 for colour, one more for transparency
 */
public record ImageHeader(ImageFormat format, int width, int height, int bitDepth, int channels) {

    /** Returns the number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /** Refuses a header outside the limits, before anything is allocated for it. */
    ImageHeader within(ImageLimits limits) {
        if (width < 1 || height < 1) {
            throw new ImageFaultException(
                    ImageFault.BAD_HEADER, "The picture says it is " + width + " x " + height + " pixels.");
        }
        if (width > limits.side() || height > limits.side() || pixels() > limits.pixels()) {
            throw new ImageFaultException(
                    ImageFault.TOO_LARGE,
                    "The picture says it is " + width + " x " + height
                            + " pixels, more than the limits of " + limits.side() + " on a side and " + limits.pixels()
                            + " in all.");
        }
        return this;
    }
}
