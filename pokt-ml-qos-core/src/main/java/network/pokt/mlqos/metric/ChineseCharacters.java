package network.pokt.mlqos.metric;

/**
 * The characters that sacrebleu 2.6.0 sets apart with its tokenizer {@code zh}.
 *
 * <p>Found by trying every code point. The second range looks too wide and is: the reference means the supplementary
 * ideographs from U+20000, but compares with U+2000 followed by a zero. Supplementary ideographs stay together with their
 * neighbours for the same reason.
 */
final class ChineseCharacters {

    private static final CodePointRanges RANGES = new CodePointRanges(
            0x2001, 0x2a6d, 0x2e80, 0x2fdf, 0x2ff0, 0x2fff, 0x3000, 0x303f, 0x3100, 0x312f, 0x31a0, 0x31ef, 0x3200,
            0x4db5, 0x4e00, 0x9fbb, 0xf900, 0xfa2d, 0xfa30, 0xfa6a, 0xfa70, 0xfad9, 0xfe10, 0xfe1f, 0xfe30, 0xfe4f,
            0xff00, 0xffef);

    private ChineseCharacters() {}

    static boolean contains(int codePoint) {
        return RANGES.contains(codePoint);
    }
}
