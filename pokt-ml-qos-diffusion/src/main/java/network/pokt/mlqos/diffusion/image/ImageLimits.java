package network.pokt.mlqos.diffusion.image;

/**
 * How much of a picture is taken in. A decoder needs some 11 bytes for each pixel.
 *
 * @param bytes the most bytes of a file, at least 1
 * @param side the most columns and the most rows, at least 1
 * @param pixels the most pixels, at least 1
 */
public record ImageLimits(int bytes, int side, long pixels) {

    /** Refuses a limit below 1. */
    public ImageLimits {
        if (bytes < 1 || side < 1 || pixels < 1) {
            throw new IllegalArgumentException("Limits of a picture are at least 1, got " + bytes + " bytes, a side of "
                    + side + " and " + pixels + " pixels.");
        }
    }

    /** Returns 32 MiB, 8,192 pixels on a side and 16 megapixels: four times what the largest models draw today. */
    public static ImageLimits defaults() {
        return new ImageLimits(32 << 20, 8192, 1L << 24);
    }
}
