package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/**
 * A function that comes with the engine: a filter or a test, of which the first argument is the value before it, a method, of
 * which it is the object, or a global function.
 */
record Builtin(String name, Parameters parameters, Body body) implements Invocable {

    /** What a function does. */
    @FunctionalInterface
    interface Body {

        @Nullable
        Object apply(Call call);
    }

    @Override
    public @Nullable Object call(Arguments arguments, Run run) {
        return body.apply(new Call(name, parameters.bind(name, arguments), run));
    }

    @Override
    public String typeName() {
        return "function";
    }
}
