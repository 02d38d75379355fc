package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** Texts by code point, as Python counts them, rather than by UTF-16 unit. */
final class CodePoints {

    private CodePoints() {}

    static int length(String text) {
        return PythonText.length(text);
    }

    /** Returns the text of the code point at an index from 0. */
    static String at(String text, int index) {
        int unit = text.offsetByCodePoints(0, index);
        return text.substring(unit, text.offsetByCodePoints(unit, 1));
    }

    /** Returns the code points from {@code start} to before {@code end}, which are in order and in range. */
    static String between(String text, int start, int end) {
        int first = text.offsetByCodePoints(0, start);
        return text.substring(first, text.offsetByCodePoints(first, end - start));
    }

    /** Returns the code points, each as a text. */
    static List<@Nullable Object> list(String text) {
        List<@Nullable Object> characters = new ArrayList<>(text.length());
        text.codePoints().forEach(character -> characters.add(Character.toString(character)));
        return characters;
    }

    /** Returns less than 0, 0 or more than 0 as Python orders two texts. */
    static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // A surrogate belongs to a code point above all others.
                boolean planes = Character.isSurrogate(a) != Character.isSurrogate(b);
                return planes ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
