package network.pokt.mlqos.python;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Upper, lower and title case as Python's str has them, and what kind of characters a text is made of. */
public final class PythonCase {

    /** First and last of the characters with Numeric_Type=Digit (Unicode 14, DerivedNumericType.txt), which Java does not know. */
    private static final int[] SPECIAL_DIGITS = {
        0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460,
        0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780,
        0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a
    };

    private PythonCase() {}

    /** Returns {@code text.upper()}. */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Returns {@code text.capitalize()}: the first character in title case, all others in lower case. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String first = Character.toString(text.codePointAt(0));
        return titled(first)
                + PythonText.lower(text).substring(PythonText.lower(first).length());
    }

    /** Returns {@code text.title()}: what follows a character with case is in lower case, all else in title case. */
    public static String title(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            boolean word = isCased(text.codePointAt(start));
            int end = start;
            while (end < text.length() && isCased(text.codePointAt(end)) == word) {
                end += Character.charCount(text.codePointAt(end));
            }
            String run = text.substring(start, end);
            titled.append(word ? capitalize(run) : run);
            start = end;
        }
        return titled.toString();
    }

    /** Returns {@code text.swapcase()}. */
    public static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            String one = Character.toString(character);
            String lowerIfUpper = Character.isUpperCase(character) ? PythonText.lower(one) : one;
            swapped.append(Character.isLowerCase(character) ? upper(one) : lowerIfUpper);
        });
        return swapped.toString();
    }

    /** The title case of a character that becomes several in upper case: of those, only the first with case stays upper. */
    private static String titled(String character) {
        int codePoint = character.codePointAt(0);
        String upper = upper(character);
        if (Character.isTitleCase(codePoint)
                || Character.toTitleCase(codePoint) != codePoint
                || PythonText.length(upper) == 1) {
            return Character.toString(Character.toTitleCase(codePoint));
        }
        int first = 0;
        while (!isCased(upper.codePointAt(first))) {
            first++;
        }
        return upper.substring(0, first + 1) + PythonText.lower(upper.substring(first + 1));
    }

    private static boolean isCased(int character) {
        return Character.isLowerCase(character) || Character.isUpperCase(character) || Character.isTitleCase(character);
    }

    /** Returns {@code text.isupper()}: there are characters in upper case, and none in another. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /** Returns {@code text.islower()}: there are characters in lower case, and none in another. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    /** Returns whether a text is not empty and all its characters are of a kind. */
    public static boolean all(String text, IntPredicate kind) {
        return !text.isEmpty() && text.codePoints().allMatch(kind);
    }

    /** Returns whether {@code isdigit} holds: decimal digits, and digits in circles, above the line and the like. */
    public static boolean isDigit(int character) {
        if (Character.getType(character) != Character.OTHER_NUMBER) {
            return Character.isDigit(character);
        }
        for (int i = 0; i < SPECIAL_DIGITS.length; i += 2) {
            if (character >= SPECIAL_DIGITS[i] && character <= SPECIAL_DIGITS[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code isalnum} holds. */
    public static boolean isAlphanumeric(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }
}
