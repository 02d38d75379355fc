package network.pokt.mlqos.diffusion.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates, unfilters and unpacks the pixels of a PNG, row by row: exactly as many bytes as its size says, and no more. */
final class PngPixels {

    /** Column and row where each pass of Adam7 begins, and how far its pixels lie apart. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private final PngFile file;
    private final Inflater inflater = new Inflater();
    private int nextChunk;

    private PngPixels(PngFile file) {
        this.file = file;
    }

    static RgbImage read(PngFile file) {
        PngPixels pixels = new PngPixels(file);
        try {
            return pixels.image();
        } catch (DataFormatException e) {
            throw new ImageFaultException(ImageFault.CORRUPT, "The PNG's pixels cannot be inflated.");
        } finally {
            pixels.inflater.end();
        }
    }

    private RgbImage image() throws DataFormatException {
        int width = file.header.width();
        int height = file.header.height();
        byte[] rgb = new byte[3 * width * height];
        PngColours colours = new PngColours(file);
        int bitsPerPixel = file.samples() * file.header.bitDepth();
        for (int[] pass : file.interlaced ? ADAM7 : WHOLE) {
            int columns = Math.max(0, (width - pass[0] + pass[2] - 1) / pass[2]);
            int rows = Math.max(0, (height - pass[1] + pass[3] - 1) / pass[3]);
            if (columns == 0 || rows == 0) {
                continue;
            }
            int size = (int) (((long) columns * bitsPerPixel + 7) / 8);
            byte[] row = new byte[size + 1];
            byte[] above = new byte[size + 1];
            for (int y = 0; y < rows; y++) {
                fill(row);
                unfilter(row, above, Math.max(1, bitsPerPixel / 8));
                int target = 3 * ((pass[1] + y * pass[3]) * width + pass[0]);
                for (int x = 0; x < columns; x++) {
                    colours.put(row, x, rgb, target + 3 * x * pass[2]);
                }
                byte[] kept = above;
                above = row;
                row = kept;
            }
        }
        requireEnd();
        return RgbImage.wrap(width, height, rgb);
    }

    private void fill(byte[] row) throws DataFormatException {
        int filled = 0;
        while (filled < row.length) {
            int count = inflater.inflate(row, filled, row.length - filled);
            filled += count;
            if (count == 0 && !feed()) {
                throw new ImageFaultException(ImageFault.CORRUPT, "The PNG has fewer pixels than its size says.");
            }
        }
    }

    private boolean feed() {
        if (inflater.finished() || inflater.needsDictionary()) {
            return false;
        }
        if (inflater.needsInput()) {
            if (nextChunk == file.dataChunks) {
                return false;
            }
            inflater.setInput(file.bytes.data(), file.dataStarts[nextChunk], file.dataSizes[nextChunk]);
            nextChunk++;
        }
        return true;
    }

    private void requireEnd() throws DataFormatException {
        byte[] more = new byte[1];
        while (!inflater.finished()) {
            if (inflater.inflate(more) > 0) {
                throw new ImageFaultException(ImageFault.CORRUPT, "The PNG has more pixels than its size says.");
            }
            if (!inflater.finished() && !feed()) {
                throw new ImageFaultException(ImageFault.CORRUPT, "The PNG's pixels have no end.");
            }
        }
    }

    private static void unfilter(byte[] row, byte[] above, int distance) {
        int filter = row[0];
        if (filter < 0 || filter > 4) {
            throw new ImageFaultException(ImageFault.CORRUPT, "A row of the PNG has a filter that does not exist.");
        }
        for (int i = 1; i < row.length; i++) {
            int left = i > distance ? row[i - distance] & 0xff : 0;
            int up = above[i] & 0xff;
            int corner = i > distance ? above[i - distance] & 0xff : 0;
            int predicted = switch (filter) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> 0;
            };
            row[i] += (byte) predicted;
        }
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
