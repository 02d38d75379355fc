package network.pokt.mlqos.diffusion.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A picture of 8-bit red, green and blue, row by row from the top left. Immutable and thread-safe.
 *
 * <p>Transparency is gone: whoever makes one has put it onto a background. Equal pixels are equal pictures, whatever file they
 * came from.
 */
public final class RgbImage {

    private final int width;
    private final int height;
    private final byte[] bytes;

    private RgbImage(int width, int height, byte[] bytes) {
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    /**
     * Returns a picture of interleaved bytes: red, green, blue of the first pixel, then of the second.
     *
     * @throws IllegalArgumentException if a side is less than 1 or the bytes are not {@code 3 * width * height}
     */
    public static RgbImage of(int width, int height, byte[] interleaved) {
        return wrap(width, height, interleaved.clone());
    }

    /** Returns a picture over bytes that the caller gives away. */
    static RgbImage wrap(int width, int height, byte[] interleaved) {
        if (width < 1 || height < 1 || interleaved.length != 3L * width * height) {
            throw new IllegalArgumentException("A picture of " + width + " x " + height
                    + " pixels takes 3 bytes for each and has at least one, got " + interleaved.length + " bytes.");
        }
        return new RgbImage(width, height, interleaved);
    }

    /**
     * Returns a picture whose pixel at column x and row y is {@code colour.applyAsInt(x, y)}, as {@code 0xRRGGBB}.
     *
     * @throws IllegalArgumentException if a side is less than 1
     */
    public static RgbImage draw(int width, int height, IntBinaryOperator colour) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, got " + width + " x " + height + ".");
        }
        byte[] bytes = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = colour.applyAsInt(x, y);
                bytes[at++] = (byte) (rgb >> 16);
                bytes[at++] = (byte) (rgb >> 8);
                bytes[at++] = (byte) rgb;
            }
        }
        return new RgbImage(width, height, bytes);
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns red at a pixel, 0 to 255. */
    public int red(int x, int y) {
        return channel(x, y, 0);
    }

    /** Returns green at a pixel, 0 to 255. */
    public int green(int x, int y) {
        return channel(x, y, 1);
    }

    /** Returns blue at a pixel, 0 to 255. */
    public int blue(int x, int y) {
        return channel(x, y, 2);
    }

    /**
     * Returns a channel of a pixel, 0 to 255.
     *
     * @param channel 0 for red, 1 for green, 2 for blue
     * @throws IndexOutOfBoundsException if there is no such pixel or channel
     */
    public int channel(int x, int y, int channel) {
        if (x < 0 || x >= width || y < 0 || y >= height || channel < 0 || channel > 2) {
            throw new IndexOutOfBoundsException(
                    "There is no channel " + channel + " at " + x + ", " + y + " in " + this + ".");
        }
        return bytes[3 * (y * width + x) + channel] & 0xff;
    }

    /** Returns a copy of all bytes, interleaved as in {@link #of}. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Returns the lightness of the picture. */
    public GrayImage gray() {
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) GrayImage.luma(bytes[3 * i] & 0xff, bytes[3 * i + 1] & 0xff, bytes[3 * i + 2] & 0xff);
        }
        return GrayImage.wrap(width, height, gray);
    }

    /** Returns whether every channel of every pixel is zero, HEIM's test for a picture that a safety checker blacked out. */
    public boolean isBlack() {
        for (byte value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the SHA-256 of size and pixels in hexadecimal: equal for equal pictures, whatever the files say beside them. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int side : new int[] {width, height}) {
                digest.update(new byte[] {(byte) (side >> 24), (byte) (side >> 16), (byte) (side >> 8), (byte) side});
            }
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RgbImage image
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
        return width + " x " + height + " pixels";
    }
}
