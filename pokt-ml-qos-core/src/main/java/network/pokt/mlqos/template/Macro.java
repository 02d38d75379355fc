package network.pokt.mlqos.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A macro: a piece of a template that is called like a function and returns what it writes. */
final class Macro implements Invocable, Attributed {

    /**
     * What a macro is made of.
     *
     * @param names the names of its parameters
     * @param defaults their defaults; null for those without
     * @param height how deep the statements and expressions inside are nested
     * @param weight the number of tokens of its head
     */
    record Code(
            String name, List<String> names, List<@Nullable Expression> defaults, Body body, int height, int weight) {}

    private final Code code;
    private final Parameters parameters;
    private final Frame home;

    Macro(Code code, Frame home) {
        this.code = code;
        this.parameters = Parameters.ofMacro(code.names);
        this.home = home;
    }

    String name() {
        return code.name;
    }

    @Override
    public Object call(Arguments arguments, Run run) {
        run.meter().enter(code.height);
        run.meter().spend(code.weight);
        StringBuilder out = new StringBuilder();
        Frame frame = home.capturing(out);
        @Nullable Object[] values = parameters.bind(code.name, arguments);
        for (int i = 0; i < values.length; i++) {
            String name = code.names.get(i);
            Expression byDefault = code.defaults.get(i);
            Object value = values[i];
            if (value == Parameters.ABSENT) {
                value = byDefault == null
                        ? run.undefined("The macro '" + code.name + "' was called without '" + name + "'; give it.")
                        : byDefault.evaluate(frame);
            }
            frame.set(name, value);
        }
        code.body.execute(frame);
        run.meter().leave(code.height);
        return out.toString();
    }

    @Override
    public @Nullable Object attribute(String name, Run run) {
        return name.equals("name") ? code.name : Lookup.NOTHING;
    }

    @Override
    public String typeName() {
        return "Macro";
    }
}
