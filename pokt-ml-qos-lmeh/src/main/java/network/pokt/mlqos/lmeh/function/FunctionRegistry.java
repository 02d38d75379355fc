package network.pokt.mlqos.lmeh.function;

import network.pokt.mlqos.lmeh.config.FunctionRef;

/** Where the native equivalent of a Python function is looked up. Implementations are thread-safe. */
@FunctionalInterface
public interface FunctionRegistry {

    /**
     * Returns the equivalent of a function, for the place in a task that it is asked for.
     *
     * @param function the function that a task file names
     * @param kind what the place takes, such as {@code DocFunction.class}
     * @throws UnsupportedFunctionException if there is none, or its source is not there to be recognised
     */
    <F extends NativeFunction> F find(FunctionRef function, Class<F> kind);
}
