package network.pokt.mlqos.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * What pretokenizers ask of a code point: whether it is a letter, a mark, a number or white space.
 *
 * <p>The answers are those of Unicode 16.0, on every JDK: they must be those of the native tokenizers, whatever
 * {@link Character} knows. A test compares them for every code point.
 */
final class CodePointClasses {

    /** Upper- and title-case letters: Lu, Lt. */
    static final byte UPPER = 0;
    /** Lower-case letters: Ll. */
    static final byte LOWER = 1;
    /** Letters without case: Lm, Lo. */
    static final byte UNCASED = 2;

    static final byte MARK = 3;
    static final byte NUMBER = 4;
    static final byte SPACE = 5;
    static final byte OTHER = 6;

    private static final String LETTERS = "ulomnsx";
    private static final String FILE = "code-point-classes.txt";
    private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;
    private static final int BMP = 0x10000;
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    static final CodePointClasses UNICODE_16 = read();

    private final byte[] bmp;
    private final byte[][] pages;

    private CodePointClasses(byte[] all) {
        this.bmp = Arrays.copyOf(all, BMP);
        this.pages = new byte[(CODE_POINTS - BMP) >> PAGE_BITS][];
        byte[] empty = new byte[PAGE];
        Arrays.fill(empty, OTHER);
        for (int i = 0; i < pages.length; i++) {
            int from = BMP + (i << PAGE_BITS);
            byte[] page = Arrays.copyOfRange(all, from, from + PAGE);
            pages[i] = Arrays.equals(page, empty) ? empty : page;
        }
    }

    /** Returns the class of the code point at {@code i}, which is a pair of surrogates or a character by itself. */
    byte at(char[] text, int i, int end) {
        char c = text[i];
        if (c < Character.MIN_HIGH_SURROGATE || c > Character.MAX_HIGH_SURROGATE || i + 1 == end) {
            return bmp[c];
        }
        return of(Character.toCodePoint(c, text[i + 1]));
    }

    byte of(int codePoint) {
        if (codePoint < BMP) {
            return bmp[codePoint];
        }
        int above = codePoint - BMP;
        return pages[above >> PAGE_BITS][above & (PAGE - 1)];
    }

    static boolean isLetter(byte kind) {
        return kind <= UNCASED;
    }

    private static CodePointClasses read() {
        try (InputStream in = CodePointClasses.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FILE + ", build it again.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The jar's " + FILE + " cannot be read, replace the jar.", e);
        }
    }

    private static CodePointClasses parse(String text) {
        byte[] all = new byte[CODE_POINTS];
        int next = 0;
        StringTokenizer runs =
                new StringTokenizer(text.substring(text.lastIndexOf('#')).replaceFirst("[^\n]*", ""));
        while (runs.hasMoreTokens()) {
            String run = runs.nextToken();
            int digits = run.length() - 1;
            int length = digits == 0 ? 1 : Integer.parseInt(run.substring(0, digits));
            Arrays.fill(all, next, next + length, (byte) LETTERS.indexOf(run.charAt(digits)));
            next += length;
        }
        if (next != CODE_POINTS) {
            throw new IllegalStateException(FILE + " has " + next + " code points, build the jar again.");
        }
        return new CodePointClasses(all);
    }
}
