package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/** A method together with its object. Methods of texts look at each character: that is paid for here. */
record BoundMethod(@Nullable Object self, Builtin method) implements Invocable {

    @Override
    public @Nullable Object call(Arguments arguments, Run run) {
        if (self instanceof String text) {
            run.meter().spendText(text.length());
        }
        return method.call(arguments.behind(self), run);
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }
}
