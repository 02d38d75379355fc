package network.pokt.mlqos.diffusion.image;

import java.util.Map;

/** The header of a WebP (RFC 9649): its size by the first of its three kinds of chunk. */
final class WebpFile {

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;

    private final Bytes bytes;
    private final ImageHeader header;
    private boolean credentials;

    WebpFile(byte[] file, ImageLimits limits) {
        bytes = new Bytes(file);
        long size = bytes.little(4, 4) + 8;
        bytes.require(0, size);
        if (size + (size & 1) < bytes.size()) {
            throw new ImageFaultException(
                    ImageFault.TRAILING_DATA, (bytes.size() - size) + " bytes follow the end of the WebP.");
        }
        header = first().within(limits);
        for (long at = 12; at + 8 <= size; ) {
            long chunk = bytes.little(at + 4, 4);
            bytes.require(at + 8, chunk);
            credentials |= bytes.startsWith(at, "C2PA");
            at += 8 + chunk + (chunk & 1);
        }
    }

    static boolean isOne(Bytes bytes) {
        return bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WEBP");
    }

    ImageHeader header() {
        return header;
    }

    ImageMetadata metadata() {
        return new ImageMetadata(Map.of(), credentials);
    }

    private ImageHeader first() {
        int at = 20;
        switch (bytes.ascii(12, 4)) {
            case "VP8X" -> {
                int flags = bytes.u8(at);
                if ((flags & ANIMATION) != 0) {
                    throw new ImageFaultException(ImageFault.ANIMATED, "The WebP has several frames.");
                }
                return header(1 + bytes.little(at + 4, 3), 1 + bytes.little(at + 7, 3), (flags & ALPHA) != 0);
            }
            case "VP8L" -> {
                long bits = bytes.little(at + 1, 4);
                if (bytes.u8(at) != 0x2f) {
                    throw new ImageFaultException(ImageFault.BAD_HEADER, "The lossless WebP lacks its signature.");
                }
                return header(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), (bits >> 28 & 1) != 0);
            }
            case "VP8 " -> {
                if (bytes.u8(at + 3) != 0x9d || bytes.u8(at + 4) != 0x01 || bytes.u8(at + 5) != 0x2a) {
                    throw new ImageFaultException(ImageFault.BAD_HEADER, "The lossy WebP lacks its start code.");
                }
                return header(bytes.little(at + 6, 2) & 0x3fff, bytes.little(at + 8, 2) & 0x3fff, false);
            }
            default -> throw new ImageFaultException(ImageFault.BAD_HEADER, "The WebP begins with no picture.");
        }
    }

    private static ImageHeader header(long width, long height, boolean alpha) {
        return new ImageHeader(ImageFormat.WEBP, (int) width, (int) height, 8, alpha ? 4 : 3);
    }
}
