package network.pokt.mlqos.lmeh.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * A text, list or dict that stands as a literal in a Python file: texts of a task that are data, and so are read where the task has them.
 * Nothing is executed.
 */
final class PythonConstant {

    private static final String TRIPLE = "\"\"\"";

    private PythonConstant() {}

    /**
     * Returns the literal that follows something.
     *
     * @param file the Python file
     * @param before an expression that matches up to the opening bracket, at the beginning of a line
     * @throws UnsupportedFunctionException if there is no such literal
     */
    static Object read(Path file, String before) {
        try {
            String source = Files.readString(file);
            Matcher matcher = Pattern.compile("(?ms)^" + before).matcher(source);
            if (matcher.find()) {
                @Nullable
                Object value = PythonLiteral.parse(source.substring(matcher.end(), end(source, matcher.end())));
                if (value != null) {
                    return value;
                }
            }
        } catch (IOException | TemplateException e) {
            throw new UnsupportedFunctionException(
                    "The constants in " + file + " cannot be read (" + e.getMessage() + "); restore the file.");
        }
        throw new UnsupportedFunctionException("In " + file + " nothing follows " + before + "; restore the file.");
    }

    /** Returns where the bracket is closed that opens at a place; the end of the source if it is not. */
    private static int end(String source, int start) {
        if (source.startsWith(TRIPLE, start)) {
            int close = source.indexOf(TRIPLE, start + TRIPLE.length());
            return close < 0 ? source.length() : close + TRIPLE.length();
        }
        int depth = 0;
        int position = start;
        while (position < source.length()) {
            char character = source.charAt(position);
            if (character == '"' || character == '\'') {
                position = textEnd(source, position, character);
            } else if (character == '#') {
                int line = source.indexOf('\n', position);
                position = line < 0 ? source.length() : line;
            } else if ("([{".indexOf(character) >= 0) {
                depth++;
                position++;
            } else if (")]}".indexOf(character) >= 0) {
                position++;
                if (--depth == 0) {
                    return position;
                }
            } else {
                position++;
            }
        }
        return source.length();
    }

    private static int textEnd(String source, int start, char quote) {
        int position = start + 1;
        while (position < source.length() && source.charAt(position) != quote) {
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), position + 1);
    }
}
