package network.pokt.mlqos.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that one part of a template sees, and where its output goes.
 *
 * <p>Bodies of loops, macros and captured blocks have frames of their own: what they set is gone when they end, and what they do
 * not have is looked up in the frame around them, then in the context, then among the global functions.
 */
final class Frame {

    private final Run run;
    private final @Nullable Frame outer;
    private final Map<String, ?> context;
    private final StringBuilder out;
    private @Nullable Map<String, @Nullable Object> variables;

    private Frame(Run run, @Nullable Frame outer, Map<String, ?> context, StringBuilder out) {
        this.run = run;
        this.outer = outer;
        this.context = context;
        this.out = out;
    }

    static Frame root(Run run, Map<String, ?> context, StringBuilder out) {
        return new Frame(run, null, context, out);
    }

    /** Returns a frame inside of this one that writes to the same output. */
    Frame inner() {
        return new Frame(run, this, context, out);
    }

    /** Returns a frame inside of this one that writes to an output of its own. */
    Frame capturing(StringBuilder captured) {
        return new Frame(run, this, context, captured);
    }

    Run run() {
        return run;
    }

    Meter meter() {
        return run.meter();
    }

    void write(String text) {
        meter().spend(text.length());
        meter().checkLength((long) out.length() + text.length());
        out.append(text);
    }

    void set(String name, @Nullable Object value) {
        if (variables == null) {
            variables = new HashMap<>(4);
        }
        variables.put(name, value);
    }

    @Nullable
    Object get(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            Map<String, @Nullable Object> own = frame.variables;
            if (own != null) {
                Object value = own.get(name);
                if (value != null || own.containsKey(name)) {
                    return value;
                }
            }
        }
        Object value = context.get(name);
        if (value != null || context.containsKey(name)) {
            return value;
        }
        Builtin function = run.functions().find(name);
        return function != null
                ? function
                : run.undefined("'" + name + "' is undefined; give it in the context or test it with 'is defined'.");
    }
}
