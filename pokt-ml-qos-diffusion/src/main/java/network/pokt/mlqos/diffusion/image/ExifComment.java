package network.pokt.mlqos.diffusion.image;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds the user comment in EXIF (a TIFF of two levels), where web interfaces of diffusion models write their settings. */
final class ExifComment {

    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int USER_COMMENT = 0x9286;
    private static final int MAX_ENTRIES = 512;

    /** The comment begins with the name of its alphabet. */
    private static final int ALPHABET = 8;

    private ExifComment() {}

    /** Returns the comment, empty if there is none or the EXIF is broken: it proves nothing either way. */
    static String read(Bytes tiff) {
        try {
            boolean little = tiff.startsWith(0, "II");
            long exif = value(tiff, number(tiff, 4, 4, little), EXIF_DIRECTORY, little, 8);
            if (exif < 0) {
                return "";
            }
            long entry = value(tiff, exif, USER_COMMENT, little, 4);
            long at = value(tiff, exif, USER_COMMENT, little, 8);
            int size = (int) Math.min(entry, ImageMetadata.MAX_TEXT) - ALPHABET;
            if (entry < 0 || size <= 0) {
                return "";
            }
            tiff.require(at, size + (long) ALPHABET);
            Charset charset = tiff.startsWith(at, "UNICODE")
                    ? (little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                    : StandardCharsets.UTF_8;
            return new String(tiff.data(), (int) at + ALPHABET, size, charset);
        } catch (ImageFaultException e) {
            return "";
        }
    }

    /** Returns the number {@code within} a tag's entry of a directory, -1 if the tag is not there. */
    private static long value(Bytes tiff, long directory, int tag, boolean little, int within) {
        long entries = Math.min(number(tiff, directory, 2, little), MAX_ENTRIES);
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + 12L * i;
            if (number(tiff, at, 2, little) == tag) {
                return number(tiff, at + within, 4, little);
            }
        }
        return -1;
    }

    private static long number(Bytes tiff, long at, int count, boolean little) {
        if (little) {
            return tiff.little(at, count);
        }
        return count == 2 ? tiff.u16(at) : tiff.u32(at);
    }
}
