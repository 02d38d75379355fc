package network.pokt.mlqos.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of functions by name, filled once. */
final class Builtins {

    private final Map<String, Builtin> byName = new HashMap<>();

    /** Adds a function with its parameters as Python writes them. */
    Builtins add(String name, String signature, Builtin.Body body) {
        byName.put(name, new Builtin(name, Parameters.of(signature), body));
        return this;
    }

    /** Adds a further name of a function. */
    Builtins alias(String name, String original) {
        Builtin builtin = byName.get(original);
        if (builtin == null) {
            throw new IllegalArgumentException("There is no function '" + original + "' to name '" + name + "'.");
        }
        byName.put(name, new Builtin(name, builtin.parameters(), builtin.body()));
        return this;
    }

    Builtins addAll(Builtins others) {
        byName.putAll(others.byName);
        return this;
    }

    @Nullable
    Builtin find(String name) {
        return byName.get(name);
    }
}
