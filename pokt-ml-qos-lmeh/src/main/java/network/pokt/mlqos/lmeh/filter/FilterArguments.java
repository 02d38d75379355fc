package network.pokt.mlqos.lmeh.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a filter as a task file gives them, each taken at most once. Not thread-safe.
 *
 * <p>Whoever takes them says with {@link #end} that there are no more: what is left then is refused.
 */
public final class FilterArguments {

    private final String function;
    private final Map<String, @Nullable Object> left;
    private final List<String> known = new ArrayList<>();

    private FilterArguments(String function, Map<String, @Nullable Object> left) {
        this.function = function;
        this.left = left;
    }

    /**
     * Returns the arguments of a filter.
     *
     * @param function the filter, for messages
     * @param arguments values by name, as YAML has them
     */
    public static FilterArguments of(String function, Map<String, ? extends @Nullable Object> arguments) {
        return new FilterArguments(function, new LinkedHashMap<>(arguments));
    }

    /** Takes an expression. */
    public PythonRegex regex(String name, String otherwise) {
        return PythonRegex.compile(text(name, otherwise));
    }

    /** Takes a text. */
    public String text(String name, String otherwise) {
        Object value = value(name, otherwise);
        if (value instanceof String text) {
            return text;
        }
        throw unfit(name, value, "a text");
    }

    /** Takes an integer. */
    public int integer(String name, int otherwise) {
        Object value = value(name, otherwise);
        if (value instanceof Integer number) {
            return number;
        } else if (value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw unfit(name, value, "a whole number");
    }

    /** Takes true or false. */
    public boolean truth(String name, boolean otherwise) {
        Object value = value(name, otherwise);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unfit(name, value, "true or false");
    }

    /** Takes a list of expressions; null is an empty one. */
    public List<PythonRegex> regexes(String name) {
        Object value = optional(name);
        List<PythonRegex> regexes = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof String text)) {
                    throw unfit(name, element, "a list of texts");
                }
                regexes.add(PythonRegex.compile(text));
            }
        } else if (value != null) {
            throw unfit(name, value, "a list of texts");
        }
        return regexes;
    }

    /** Takes a mapping; null is an empty one. */
    public Map<?, ?> mapping(String name) {
        Object value = optional(name);
        if (value instanceof Map<?, ?> map) {
            return map;
        } else if (value != null) {
            throw unfit(name, value, "a mapping");
        }
        return Map.of();
    }

    /** Takes any value; null is what is given otherwise. */
    public Object value(String name, Object otherwise) {
        Object value = optional(name);
        return value == null ? otherwise : value;
    }

    /** Takes any value or null. */
    public @Nullable Object optional(String name) {
        known.add(name);
        return left.remove(name);
    }

    /**
     * Says that there are no more arguments.
     *
     * @throws IllegalArgumentException if there are
     */
    public void end() {
        Set<String> unknown = left.keySet();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The filter '" + function + "' has no argument '"
                    + unknown.iterator().next() + "'; it takes " + (known.isEmpty() ? "none" : known) + ".");
        }
    }

    /** Returns an exception saying that a value is not what it must be. */
    public IllegalArgumentException unfit(String name, @Nullable Object value, String wanted) {
        return new IllegalArgumentException("The argument '" + name + "' of the filter '" + function + "' is "
                + PythonRepr.repr(value) + "; give " + wanted + ".");
    }
}
