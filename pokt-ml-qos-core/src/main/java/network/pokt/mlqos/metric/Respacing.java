package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import network.pokt.mlqos.python.PythonText;

/**
 * A text that rules put spaces into, so that it falls into words: the substitutions of the tokenizers of machine translation.
 *
 * <p>Each rule reads the whole text from left to right and goes on behind what it has matched, as a global substitution by a
 * regular expression does; the next rule sees its result. Works on code points. Not thread-safe.
 */
final class Respacing {

    /** The most that one code point becomes: itself between two spaces. */
    private static final int GROWTH = 3;

    private int[] points;
    private int length;

    private Respacing(int[] points) {
        this.points = points;
        this.length = points.length;
    }

    /** Returns {@code text} between two spaces, so that its ends have neighbours. */
    static Respacing padded(String text) {
        return new Respacing((" " + text + " ").codePoints().toArray());
    }

    static Respacing of(String text) {
        return new Respacing(text.codePoints().toArray());
    }

    /** Puts a space on either side of {@code wanted}: {@code (x)} becomes {@code " x "}. */
    Respacing around(IntPredicate wanted) {
        int[] result = new int[GROWTH * length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            int point = points[i];
            if (wanted.test(point)) {
                result[size++] = ' ';
                result[size++] = point;
                result[size++] = ' ';
            } else {
                result[size++] = point;
            }
        }
        return become(result, size);
    }

    /** Puts a space on either side of {@code wanted} where {@code before} precedes it: {@code (a)(x)} becomes {@code "a x "}. */
    Respacing aroundAfter(IntPredicate before, IntPredicate wanted) {
        int[] result = new int[GROWTH * length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            result[size++] = points[i];
            if (i + 1 < length && wanted.test(points[i + 1]) && before.test(points[i])) {
                result[size++] = ' ';
                result[size++] = points[++i];
                result[size++] = ' ';
            }
        }
        return become(result, size);
    }

    /** Puts a space on either side of {@code wanted} where {@code after} follows it: {@code (x)(a)} becomes {@code " x a"}. */
    Respacing aroundBefore(IntPredicate wanted, IntPredicate after) {
        int[] result = new int[GROWTH * length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            if (i + 1 < length && wanted.test(points[i]) && after.test(points[i + 1])) {
                result[size++] = ' ';
                result[size++] = points[i];
                result[size++] = ' ';
                result[size++] = points[++i];
            } else {
                result[size++] = points[i];
            }
        }
        return become(result, size);
    }

    /** Removes {@code unwanted}. */
    Respacing without(IntPredicate unwanted) {
        int[] result = new int[length];
        int size = 0;
        for (int i = 0; i < length; i++) {
            if (!unwanted.test(points[i])) {
                result[size++] = points[i];
            }
        }
        return become(result, size);
    }

    /** Returns what stands between white space. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || PythonText.isSpace(points[i])) {
                if (i > start) {
                    words.add(new String(points, start, i - start));
                }
                start = i + 1;
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return new String(points, 0, length);
    }

    private Respacing become(int[] result, int size) {
        points = result;
        length = size;
        return this;
    }

    /** Returns what stands between the white space of {@code text}: {@code text.split()}. */
    static List<String> wordsOf(String text) {
        return new Respacing(text.codePoints().toArray()).words();
    }

    /** Returns each code point of {@code text} that is no white space. */
    static List<String> charactersOf(String text) {
        List<String> characters = new ArrayList<>(text.length());
        text.codePoints()
                .filter(point -> !PythonText.isSpace(point))
                .forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }
}
