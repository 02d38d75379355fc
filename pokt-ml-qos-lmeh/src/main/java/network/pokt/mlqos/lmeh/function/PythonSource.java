package network.pokt.mlqos.lmeh.function;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * What a Python function consists of, with all that it refers to in its module and in the modules of other tasks.
 *
 * <p>Comments, documentation and layout do not count. Two functions have one shape if they differ in nothing but their texts: the
 * columns that they read, the words that they put in between, the expressions that they search for.
 *
 * @param name the name that the task file uses
 * @param shape a hash of everything but the texts, 16 hexadecimal digits
 * @param content a hash of everything
 * @param texts the texts, in order; an f-string gives each of its literal parts
 * @param arguments what {@code functools.partial} fixes; positional arguments have their position for a name
 */
public record PythonSource(
        String name, String shape, String content, List<String> texts, Map<String, @Nullable Object> arguments) {

    private static final int DIGITS = 16;

    public PythonSource {
        texts = List.copyOf(texts);
    }

    /** Returns a hash of the content and of the fixed arguments: two functions with one identity do the same. */
    public String identity() {
        return arguments.isEmpty() ? content : hash(content + PythonRepr.repr(arguments));
    }

    /** Returns the fixed argument of a name. */
    public @Nullable Object argument(String argument) {
        return arguments.get(argument);
    }

    static PythonSource of(
            String name, String normalized, List<String> texts, Map<String, @Nullable Object> arguments) {
        StringBuilder all = new StringBuilder(normalized);
        for (String text : texts) {
            all.append('\0').append(text.length()).append(':').append(text);
        }
        return new PythonSource(name, hash(normalized), hash(all.toString()), texts, arguments);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
