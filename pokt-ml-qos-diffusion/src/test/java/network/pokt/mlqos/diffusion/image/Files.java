package network.pokt.mlqos.diffusion.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Files of all kinds, sound and otherwise. */
final class Files {

    static final RgbImage SCENE = RgbImage.draw(24, 18, (x, y) -> (x * 10) << 16 | (y * 14) << 8 | (x * y % 256));

    private Files() {}

    static byte[] png() {
        return PngEncoder.encode(SCENE);
    }

    static byte[] png(int width, int height, int depth, int colour, int interlace, byte[] raw, byte[]... between) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) colour, 0, 0, (byte) interlace})
                .array();
        return join(signature(), chunk("IHDR", header), join(between), chunk("IDAT", deflate(raw)), end());
    }

    static byte[] signature() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    }

    static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] out = new byte[raw.length / 500 + raw.length % 500 + 1000];
        int size = 0;
        while (!deflater.finished()) {
            if (size == out.length) {
                out = Arrays.copyOf(out, 2 * size);
            }
            size += deflater.deflate(out, size, out.length - size);
        }
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    static byte[] jpeg(boolean progressive) {
        BufferedImage image = new BufferedImage(SCENE.width(), SCENE.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SCENE.height(); y++) {
            for (int x = 0; x < SCENE.width(); x++) {
                image.setRGB(x, y, SCENE.red(x, y) << 16 | SCENE.green(x, y) << 8 | SCENE.blue(x, y));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Returns where the frame header of a JPEG begins. */
    static int frame(byte[] jpeg) {
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && (jpeg[i + 1] == (byte) 0xc0 || jpeg[i + 1] == (byte) 0xc2)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    static byte[] webp(String kind, byte[] content) {
        return riff(join(little("WEBP"), kind.getBytes(StandardCharsets.US_ASCII), le32(content.length), content));
    }

    static byte[] riff(byte[] content) {
        return join("RIFF".getBytes(StandardCharsets.US_ASCII), le32(content.length), content);
    }

    private static byte[] little(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] le32(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] with(byte[] file, int at, int... values) {
        byte[] changed = file.clone();
        for (int i = 0; i < values.length; i++) {
            changed[at + i] = (byte) values[i];
        }
        return changed;
    }

    static byte[] cut(byte[] file, int size) {
        return Arrays.copyOf(file, size);
    }
}
