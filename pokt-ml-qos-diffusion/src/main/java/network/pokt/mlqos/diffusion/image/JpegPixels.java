package network.pokt.mlqos.diffusion.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a JPEG whose structure has been checked, with Java's own reader, in memory; a warning is a fault. */
final class JpegPixels {

    private JpegPixels() {}

    static RgbImage read(byte[] file, ImageHeader header) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            throw new IllegalStateException("This Java has no JPEG reader; use one with the module java.desktop.");
        }
        ImageReader reader = readers.next();
        boolean[] warned = new boolean[1];
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (warned[0] || image.getWidth() != header.width() || image.getHeight() != header.height()) {
                throw new ImageFaultException(ImageFault.CORRUPT, "The JPEG's pixels are damaged.");
            }
            int[] row = new int[header.width()];
            byte[] rgb = new byte[3 * header.width() * header.height()];
            int at = 0;
            for (int y = 0; y < header.height(); y++) {
                image.getRGB(0, y, header.width(), 1, row, 0, header.width());
                for (int pixel : row) {
                    rgb[at++] = (byte) (pixel >> 16);
                    rgb[at++] = (byte) (pixel >> 8);
                    rgb[at++] = (byte) pixel;
                }
            }
            return RgbImage.wrap(header.width(), header.height(), rgb);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw new ImageFaultException(ImageFault.CORRUPT, "The JPEG's pixels cannot be decoded.");
        } finally {
            reader.dispose();
        }
    }
}
