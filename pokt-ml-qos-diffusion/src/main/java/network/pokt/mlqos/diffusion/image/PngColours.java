package network.pokt.mlqos.diffusion.image;

/** Turns a stored pixel of a PNG into 8-bit colour, transparency onto white. */
final class PngColours {

    private final PngFile file;
    private final int depth;
    private final int samples;
    private final int[] sample = new int[4];

    PngColours(PngFile file) {
        this.file = file;
        this.depth = file.header.bitDepth();
        this.samples = file.samples();
    }

    /** Writes pixel {@code x} of a row, whose first byte is its filter, to three bytes from {@code at} on. */
    void put(byte[] row, int x, byte[] rgb, int at) {
        for (int s = 0; s < samples; s++) {
            sample[s] = raw(row, x * samples + s);
        }
        byte[] transparency = file.transparency == null ? new byte[0] : file.transparency;
        switch (file.colourType) {
            case 0 -> {
                int gray = to8(sample[0]);
                boolean clear = transparency.length >= 2 && sample[0] == key(transparency, 0);
                write(rgb, at, gray, gray, gray, clear ? 0 : 255);
            }
            case 2 -> {
                boolean clear = transparency.length >= 6
                        && sample[0] == key(transparency, 0)
                        && sample[1] == key(transparency, 2)
                        && sample[2] == key(transparency, 4);
                write(rgb, at, to8(sample[0]), to8(sample[1]), to8(sample[2]), clear ? 0 : 255);
            }
            case 3 -> {
                int entry = 3 * sample[0];
                if (entry >= file.palette.length) {
                    throw new ImageFaultException(ImageFault.CORRUPT, "A pixel of the PNG is not in its palette.");
                }
                int alpha = sample[0] < transparency.length ? transparency[sample[0]] & 0xff : 255;
                write(
                        rgb,
                        at,
                        file.palette[entry] & 0xff,
                        file.palette[entry + 1] & 0xff,
                        file.palette[entry + 2] & 0xff,
                        alpha);
            }
            case 4 -> write(rgb, at, to8(sample[0]), to8(sample[0]), to8(sample[0]), to8(sample[1]));
            default -> write(rgb, at, to8(sample[0]), to8(sample[1]), to8(sample[2]), to8(sample[3]));
        }
    }

    private int raw(byte[] row, int index) {
        if (depth == 16) {
            return (row[1 + 2 * index] & 0xff) << 8 | (row[2 + 2 * index] & 0xff);
        }
        if (depth == 8) {
            return row[1 + index] & 0xff;
        }
        int bit = index * depth;
        return (row[1 + bit / 8] & 0xff) >> (8 - depth - bit % 8) & ((1 << depth) - 1);
    }

    private int to8(int value) {
        return depth == 8 ? value : (value * 255 + ((1 << depth) - 1) / 2) / ((1 << depth) - 1);
    }

    private static int key(byte[] transparency, int at) {
        return (transparency[at] & 0xff) << 8 | (transparency[at + 1] & 0xff);
    }

    private static void write(byte[] rgb, int at, int red, int green, int blue, int alpha) {
        int white = 255 * (255 - alpha);
        rgb[at] = (byte) ((red * alpha + white + 127) / 255);
        rgb[at + 1] = (byte) ((green * alpha + white + 127) / 255);
        rgb[at + 2] = (byte) ((blue * alpha + white + 127) / 255);
    }
}
