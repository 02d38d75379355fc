package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** Python's str, where it differs from Java's String. */
final class Texts {

    /** How much of a text an error message shows. */
    private static final int EXCERPT = 60;

    private Texts() {}

    /** Returns a text for an error message. */
    static String abbreviated(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "...";
    }

    /** Returns {@code text.strip(chars)} on either side; white space if {@code chars} is null. */
    static String strip(String text, @Nullable String chars, boolean left, boolean right) {
        IntPredicate unwanted = chars == null ? PythonText::isSpace : character -> chars.indexOf(character) >= 0;
        int start = 0;
        int end = text.length();
        while (left && start < end && unwanted.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && unwanted.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** Returns {@code text.split()} with at most {@code limit} cuts, or any number if it is negative. */
    static List<@Nullable Object> split(String text, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        int start = skip(text, 0, true);
        while (start < text.length()) {
            int end = parts.size() == limit ? text.length() : skip(text, start, false);
            parts.add(text.substring(start, end));
            start = skip(text, end, true);
        }
        return parts;
    }

    /** Returns {@code text.rsplit()} with at most {@code limit} cuts, or any number if it is negative. */
    static List<@Nullable Object> splitFromRight(String text, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        int end = skipBack(text, text.length(), true);
        while (end > 0) {
            int start = parts.size() == limit ? 0 : skipBack(text, end, false);
            parts.add(text.substring(start, end));
            end = skipBack(text, start, true);
        }
        Collections.reverse(parts);
        return parts;
    }

    private static int skip(String text, int start, boolean spaces) {
        int end = start;
        while (end < text.length() && PythonText.isSpace(text.charAt(end)) == spaces) {
            end++;
        }
        return end;
    }

    private static int skipBack(String text, int end, boolean spaces) {
        int start = end;
        while (start > 0 && PythonText.isSpace(text.charAt(start - 1)) == spaces) {
            start--;
        }
        return start;
    }

    /** Returns {@code text.split(separator)} with at most {@code limit} cuts, or any number if it is negative. */
    static List<@Nullable Object> split(String text, String separator, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        int start = 0;
        int next = text.indexOf(separator);
        while (next >= 0 && parts.size() != limit) {
            parts.add(text.substring(start, next));
            start = next + separator.length();
            next = text.indexOf(separator, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Returns {@code text.rsplit(separator)} with at most {@code limit} cuts, or any number if it is negative. */
    static List<@Nullable Object> splitFromRight(String text, String separator, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        int end = text.length();
        int next = text.lastIndexOf(separator);
        while (next >= 0 && parts.size() != limit) {
            parts.add(text.substring(next + separator.length(), end));
            end = next;
            next = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    /** Returns {@code text.splitlines(keepEnds)}. */
    static List<@Nullable Object> lines(String text, boolean keepEnds) {
        List<@Nullable Object> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                int next = text.startsWith("\r\n", i) ? i + 2 : i + 1;
                lines.add(text.substring(start, keepEnds ? next : i));
                start = next;
                i = next - 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static boolean endsLine(char character) {
        return switch (character) {
            case '\n', '\r', 0x0b, '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    /** Returns {@code text.replace(old, replacement, limit)}; any number of times if the limit is negative. */
    static String replace(String text, String old, String replacement, int limit, Meter meter) {
        meter.spend(text.length());
        StringBuilder replaced = new StringBuilder();
        int start = 0;
        int next = text.indexOf(old);
        for (int count = 0; next >= 0 && count != limit; count++) {
            meter.spendText(replacement.length());
            replaced.append(text, start, next).append(replacement);
            start = next + old.length();
            if (old.isEmpty() && start < text.length()) {
                int character = text.codePointAt(start);
                replaced.appendCodePoint(character);
                start += Character.charCount(character);
                next = start;
            } else {
                next = old.isEmpty() ? -1 : text.indexOf(old, start);
            }
        }
        return start == 0 && replaced.isEmpty()
                ? text
                : replaced.append(text, start, text.length()).toString();
    }
}
