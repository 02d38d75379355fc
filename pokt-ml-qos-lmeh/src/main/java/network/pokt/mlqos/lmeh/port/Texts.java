package network.pokt.mlqos.lmeh.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;

/**
 * The texts of a Python function, read in order. All must be read: a text that nobody looked at could change what the function
 * does. Not thread-safe.
 */
final class Texts {

    private final PythonSource source;
    private int next;

    private Texts(PythonSource source) {
        this.source = source;
    }

    static Texts of(PythonSource source) {
        return new Texts(source);
    }

    /** Returns the next text. */
    String next() {
        if (next >= source.texts().size()) {
            throw changed("fewer texts than its equivalent reads");
        }
        return source.texts().get(next++);
    }

    List<String> next(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = next();
        }
        return List.of(texts);
    }

    /** Reads texts that must be these, as the equivalent is written for them. */
    Texts expect(String... expected) {
        for (String text : expected) {
            String found = next();
            if (!found.equals(text)) {
                throw changed("'" + found + "' where its equivalent knows '" + text + "'");
            }
        }
        return this;
    }

    /** Reads the rest as keys and values in turn. */
    Map<String, String> pairs(int count) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            pairs.put(next(), next());
        }
        return pairs;
    }

    /** Says that all texts were read. */
    void end() {
        if (next < source.texts().size()) {
            throw changed("more texts than its equivalent reads");
        }
    }

    private UnsupportedFunctionException changed(String what) {
        return new UnsupportedFunctionException(
                "The Python function " + source.name() + " has " + what + "; leave its task out.");
    }
}
