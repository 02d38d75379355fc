package network.pokt.mlqos.diffusion.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture of 8-bit lightness, row by row from the top left. Immutable and thread-safe. */
public final class GrayImage {

    /** ITU-R BT.601 luma in parts of 2^15, as OpenCV 4 and 5 round it. */
    private static final int RED = 9798;

    private static final int GREEN = 19235;
    private static final int BLUE = 3735;
    private static final int SHIFT = 15;

    private final int width;
    private final int height;
    private final byte[] bytes;

    private GrayImage(int width, int height, byte[] bytes) {
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    /**
     * Returns a picture of these values, one byte for each pixel.
     *
     * @throws IllegalArgumentException if a side is less than 1 or the values are not {@code width * height}
     */
    public static GrayImage of(int width, int height, byte[] values) {
        return wrap(width, height, values.clone());
    }

    static GrayImage wrap(int width, int height, byte[] values) {
        if (width < 1 || height < 1 || values.length != (long) width * height) {
            throw new IllegalArgumentException("A picture of " + width + " x " + height
                    + " pixels takes a byte for each and has at least one, got " + values.length + " bytes.");
        }
        return new GrayImage(width, height, values);
    }

    static int luma(int red, int green, int blue) {
        return (RED * red + GREEN * green + BLUE * blue + (1 << (SHIFT - 1))) >> SHIFT;
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /**
     * Returns the lightness of a pixel, 0 to 255.
     *
     * @throws IndexOutOfBoundsException if there is no such pixel
     */
    public int at(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException("There is no pixel at " + x + ", " + y + " in " + this + ".");
        }
        return bytes[y * width + x] & 0xff;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrayImage image
                && width == image.width
                && height == image.height
                && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(bytes);
    }

    /** Returns the size only. */
    @Override
    public String toString() {
        return width + " x " + height + " gray pixels";
    }
}
