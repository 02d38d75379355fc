package network.pokt.mlqos.diffusion.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture as PNG: equal pictures and texts give equal files. */
public final class PngEncoder {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngEncoder() {}

    /** Returns the file. */
    public static byte[] encode(RgbImage image) {
        return encode(image, Map.of());
    }

    /** Returns the file with Latin-1 texts beside the pixels, as {@code tEXt}. */
    public static byte[] encode(RgbImage image, Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.width())
                        .putInt(image.height())
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        texts.forEach((keyword, text) ->
                out.writeBytes(chunk("tEXt", (keyword + "\0" + text).getBytes(StandardCharsets.ISO_8859_1))));
        out.writeBytes(chunk("IDAT", deflated(image)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** Rows filtered by their left neighbours, which suits smooth pictures. */
    private static byte[] deflated(RgbImage image) {
        byte[] rgb = image.toByteArray();
        int stride = 3 * image.width();
        byte[] row = new byte[stride + 1];
        row[0] = 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < stride; x++) {
                    int left = x < 3 ? 0 : rgb[y * stride + x - 3];
                    row[x + 1] = (byte) (rgb[y * stride + x] - left);
                }
                deflating.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail.", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
