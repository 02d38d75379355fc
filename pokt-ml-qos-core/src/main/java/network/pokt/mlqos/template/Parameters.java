package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** What a function can be called with. Immutable. */
final class Parameters {

    /** Stands for an argument that was not given and has no default. */
    static final Object ABSENT = new Object();

    private final List<String> names;
    private final List<@Nullable Object> defaults;
    private final int required;
    private final boolean positionalOnly;
    private final boolean rest;
    private final boolean namedRest;

    private Parameters(
            List<String> names,
            List<@Nullable Object> defaults,
            int required,
            boolean positionalOnly,
            boolean rest,
            boolean namedRest) {
        this.names = names;
        this.defaults = defaults;
        this.required = required;
        this.positionalOnly = positionalOnly;
        this.rest = rest;
        this.namedRest = namedRest;
    }

    /**
     * Returns the parameters of a signature as Python writes it, such as {@code "value, d='', attribute=None"}.
     *
     * <p>A final {@code /} says that no parameter is given by name; {@code *args} and {@code **kwargs} come last.
     */
    static Parameters of(String signature) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> defaults = new ArrayList<>();
        int required = 0;
        List<String> parts = signature.isEmpty() ? List.of() : Arrays.asList(signature.split(", ", -1));
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (part.startsWith("*") || part.equals("/")) {
                continue;
            }
            names.add(equals < 0 ? part : part.substring(0, equals));
            defaults.add(equals < 0 ? ABSENT : PythonLiteral.parse(part.substring(equals + 1)));
            required += equals < 0 ? 1 : 0;
        }
        return new Parameters(
                names, defaults, required, parts.contains("/"), parts.contains("*args"), parts.contains("**kwargs"));
    }

    /** Returns the parameters of a macro, all of which may be {@link #ABSENT}. */
    static Parameters ofMacro(List<String> names) {
        List<@Nullable Object> defaults = new ArrayList<>();
        names.forEach(name -> defaults.add(ABSENT));
        return new Parameters(names, defaults, 0, false, false, false);
    }

    /** Fails if a function cannot be called with so many arguments and these names. */
    void check(String function, int positional, Collection<String> named) {
        if (positional > names.size() && !rest) {
            throw mistaken(function, "takes at most " + names.size() + " arguments, not " + positional);
        }
        for (String name : named) {
            int index = positionalOnly ? -1 : names.indexOf(name);
            if (index < 0 && !namedRest) {
                throw mistaken(function, "has no parameter named '" + name + "'");
            } else if (index >= 0 && index < positional) {
                throw mistaken(function, "got its parameter '" + name + "' twice");
            }
        }
        for (int i = positional; i < required; i++) {
            if (!named.contains(names.get(i))) {
                throw mistaken(function, "lacks its argument '" + names.get(i) + "'");
            }
        }
    }

    /** Returns one value for each parameter, and then the list and the dict of the others if the function takes others. */
    @Nullable
    Object[] bind(String function, Arguments arguments) {
        List<@Nullable Object> positional = arguments.positional();
        check(function, positional.size(), arguments.named().keySet());
        int size = names.size();
        @Nullable Object[] bound = defaults.toArray(new Object[size + (rest ? 1 : 0) + (namedRest ? 1 : 0)]);
        for (int i = 0; i < Math.min(size, positional.size()); i++) {
            bound[i] = positional.get(i);
        }
        Map<String, @Nullable Object> others = namedRest ? new LinkedHashMap<>() : Map.of();
        arguments.named().forEach((name, value) -> {
            int index = names.indexOf(name);
            if (index < 0) {
                others.put(name, value);
            } else {
                bound[index] = value;
            }
        });
        if (rest) {
            bound[size] = positional.subList(Math.min(size, positional.size()), positional.size());
        }
        if (namedRest) {
            bound[bound.length - 1] = others;
        }
        return bound;
    }

    private static TemplateException mistaken(String function, String what) {
        return new TemplateException(Kind.TYPE, "'" + function + "' " + what + "; correct the call.");
    }
}
