package network.pokt.mlqos.metric;

/** The punctuation of Python's {@code string.punctuation}. */
final class AsciiPunctuation {

    private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private AsciiPunctuation() {}

    static boolean contains(int codePoint) {
        return MARKS.indexOf(codePoint) >= 0;
    }
}
