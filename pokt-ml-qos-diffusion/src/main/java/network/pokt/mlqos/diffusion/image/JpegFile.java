package network.pokt.mlqos.diffusion.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The segments of a JPEG (ITU-T T.81), from its first marker to its last, without decoding any of it. */
final class JpegFile {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;
    private static final int COMMENT = 0xfe;

    /** Progressive files have some ten scans; each one costs a pass over all pixels. */
    private static final int MAX_SCANS = 64;

    private final Bytes bytes;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final ImageHeader header;
    private boolean credentials;

    JpegFile(byte[] file, ImageLimits limits) {
        bytes = new Bytes(file);
        ImageHeader found = null;
        int scans = 0;
        long at = 2;
        while (true) {
            int marker = marker(at);
            at += 2;
            if (marker == EOI) {
                break;
            }
            int size = bytes.u16(at);
            if (size < 2) {
                throw new ImageFaultException(ImageFault.BAD_HEADER, "A segment of the JPEG has no size.");
            }
            bytes.require(at, size);
            if (isFrame(marker)) {
                if (found != null) {
                    throw new ImageFaultException(ImageFault.ANIMATED, "The JPEG has several frames.");
                }
                found = frame(marker, at).within(limits);
            }
            takeText(marker, at + 2, size - 2);
            at += size;
            if (marker == SOS) {
                if (found == null || ++scans > MAX_SCANS) {
                    throw new ImageFaultException(
                            ImageFault.BAD_HEADER,
                            "The JPEG has a scan before its frame, or more than " + MAX_SCANS + ".");
                }
                at = endOfScan(at);
            }
        }
        if (found == null || scans == 0) {
            throw new ImageFaultException(ImageFault.TRUNCATED, "The JPEG has no pixels.");
        }
        if (at != bytes.size()) {
            throw new ImageFaultException(
                    ImageFault.TRAILING_DATA, (bytes.size() - at) + " bytes follow the end of the JPEG.");
        }
        header = found;
    }

    static boolean isOne(Bytes bytes) {
        return bytes.size() >= 3 && bytes.u8(0) == 0xff && bytes.u8(1) == SOI && bytes.u8(2) == 0xff;
    }

    ImageHeader header() {
        return header;
    }

    ImageMetadata metadata() {
        return new ImageMetadata(texts, credentials);
    }

    private int marker(long at) {
        if (bytes.u8(at) != 0xff) {
            throw new ImageFaultException(ImageFault.BAD_HEADER, "The JPEG has something between its segments.");
        }
        return bytes.u8(at + 1);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private ImageHeader frame(int marker, long at) {
        int depth = bytes.u8(at + 2);
        int components = bytes.u8(at + 7);
        if (marker > 0xc2 || depth != 8 || (components != 1 && components != 3)) {
            throw new ImageFaultException(
                    ImageFault.UNUSUAL,
                    "The JPEG has " + components + " components of " + depth + " bits in a frame of kind "
                            + (marker - 0xc0) + "; 1 or 3 of 8 bits, baseline or progressive, are usual.");
        }
        return new ImageHeader(ImageFormat.JPEG, bytes.u16(at + 5), bytes.u16(at + 3), depth, components);
    }

    /** Skips entropy-coded data: 0xff in it is followed by 0 or is a restart. */
    private long endOfScan(long from) {
        byte[] data = bytes.data();
        for (int at = (int) from; at + 1 < data.length; at++) {
            int next = data[at + 1] & 0xff;
            if (data[at] == (byte) 0xff && next != 0 && (next < 0xd0 || next > 0xd7)) {
                if (next != 0xff) {
                    return at;
                }
            }
        }
        throw new ImageFaultException(ImageFault.TRUNCATED, "The JPEG ends within its pixels.");
    }

    private void takeText(int marker, long at, int size) {
        if (marker == APP1 && bytes.startsWith(at, "Exif\0\0")) {
            String comment =
                    ExifComment.read(new Bytes(Arrays.copyOfRange(bytes.data(), (int) at + 6, (int) at + size)));
            if (!comment.isEmpty()) {
                texts.put("UserComment", comment);
            }
        } else if (marker == COMMENT) {
            texts.put("Comment", new String(bytes.data(), (int) at, size, StandardCharsets.UTF_8));
        } else if (marker == APP11
                && size > 8
                && bytes.ascii(at, Math.min(size, 64)).contains("jumb")) {
            credentials = true;
        }
    }
}
