package network.pokt.mlqos.diffusion.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a PNG (W3C, third edition), each with its checksum. Only the critical ones and {@code tRNS} reach the decoder;
 * what could inflate beside them (profiles, compressed texts) is never inflated.
 */
final class PngFile {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int MAX_CHUNKS = 100_000;

    final Bytes bytes;
    final ImageHeader header;
    final int colourType;
    final boolean interlaced;
    final Map<String, String> texts = new LinkedHashMap<>();
    byte[] palette = new byte[0];
    byte @Nullable [] transparency;
    boolean credentials;

    /** Where compressed data begins and how much there is, chunk after chunk. */
    int[] dataStarts = new int[16];

    int[] dataSizes = new int[16];
    int dataChunks;

    PngFile(byte[] file, ImageLimits limits) {
        bytes = new Bytes(file);
        long at = SIGNATURE.length();
        if (bytes.u32(at) != 13 || !bytes.startsWith(at + 4, "IHDR")) {
            throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG does not begin with its header.");
        }
        requireChecksum(at + 4, 13);
        colourType = bytes.u8(at + 17);
        int depth = bytes.u8(at + 16);
        requireKnown(depth, bytes.u8(at + 18), bytes.u8(at + 19), bytes.u8(at + 20));
        interlaced = bytes.u8(at + 20) == 1;
        header = new ImageHeader(ImageFormat.PNG, side(at + 8), side(at + 12), depth, samples()).within(limits);
        readChunks(at + 25);
        if (dataChunks == 0 || (colourType == 3 && palette.length == 0)) {
            throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG lacks its data or its palette.");
        }
    }

    static boolean isOne(Bytes bytes) {
        return bytes.startsWith(0, SIGNATURE);
    }

    /** Samples of each stored pixel. */
    int samples() {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    ImageMetadata metadata() {
        return new ImageMetadata(texts, credentials);
    }

    private int side(long at) {
        return (int) Math.min(bytes.u32(at), Integer.MAX_VALUE);
    }

    private void requireKnown(int depth, int compression, int filter, int interlace) {
        boolean known = switch (colourType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known || compression != 0 || filter != 0 || interlace > 1) {
            throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG is of a kind that does not exist.");
        }
    }

    private void readChunks(long from) {
        long at = from;
        boolean ended = false;
        for (int chunk = 0; !ended; chunk++) {
            if (chunk > MAX_CHUNKS) {
                throw new ImageFaultException(
                        ImageFault.BAD_HEADER, "The PNG has more than " + MAX_CHUNKS + " chunks.");
            }
            long size = bytes.u32(at);
            bytes.require(at + 4, size + 8);
            requireChecksum(at + 4, (int) size);
            String type = bytes.ascii(at + 4, 4);
            take(type, (int) at + 8, (int) size);
            ended = type.equals("IEND");
            at += size + 12;
        }
        if (at != bytes.size()) {
            throw new ImageFaultException(
                    ImageFault.TRAILING_DATA, (bytes.size() - at) + " bytes follow the end of the PNG.");
        }
    }

    private void take(String type, int at, int size) {
        switch (type) {
            case "PLTE" -> {
                if (size % 3 != 0 || size == 0 || size > 768) {
                    throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG's palette is no palette.");
                }
                palette = Arrays.copyOfRange(bytes.data(), at, at + size);
            }
            case "tRNS" -> transparency = Arrays.copyOfRange(bytes.data(), at, at + Math.min(size, 256));
            case "IDAT" -> addData(at, size);
            case "acTL", "fcTL", "fdAT" ->
                throw new ImageFaultException(ImageFault.ANIMATED, "The PNG has several frames.");
            case "tEXt" -> addText(at, size, false);
            case "iTXt" -> addText(at, size, true);
            case "caBX" -> credentials = true;
            case "IHDR" -> throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG has two headers.");
            default -> {
                boolean critical = (bytes.u8(at - 4) & 0x20) == 0;
                if (critical && !type.equals("IEND")) {
                    throw new ImageFaultException(ImageFault.BAD_HEADER, "The PNG has a critical chunk unknown to us.");
                }
            }
        }
    }

    private void addData(int at, int size) {
        if (dataChunks == dataStarts.length) {
            dataStarts = Arrays.copyOf(dataStarts, 2 * dataChunks);
            dataSizes = Arrays.copyOf(dataSizes, 2 * dataChunks);
        }
        dataStarts[dataChunks] = at;
        dataSizes[dataChunks++] = size;
    }

    private void addText(int at, int size, boolean international) {
        byte[] data = bytes.data();
        int end = at + size;
        int zero = zeroFrom(at, end);
        int text = zero + 1;
        if (international && zero + 2 < end) {
            if (data[zero + 1] != 0) {
                return;
            }
            text = zeroFrom(zeroFrom(zero + 3, end) + 1, end) + 1;
        }
        if (zero < end
                && text <= end
                && end - text <= ImageMetadata.MAX_TEXT
                && texts.size() < ImageMetadata.MAX_TEXTS) {
            texts.put(
                    new String(data, at, zero - at, StandardCharsets.ISO_8859_1),
                    new String(
                            data,
                            text,
                            end - text,
                            international ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        }
    }

    private int zeroFrom(int at, int end) {
        int zero = at;
        while (zero < end && bytes.data()[zero] != 0) {
            zero++;
        }
        return zero;
    }

    private void requireChecksum(long typeAt, int size) {
        bytes.require(typeAt, size + 8L);
        CRC32 crc = new CRC32();
        crc.update(bytes.data(), (int) typeAt, size + 4);
        if (crc.getValue() != bytes.u32(typeAt + 4 + size)) {
            throw new ImageFaultException(ImageFault.BAD_CHECKSUM, "A chunk of the PNG does not match its checksum.");
        }
    }
}
