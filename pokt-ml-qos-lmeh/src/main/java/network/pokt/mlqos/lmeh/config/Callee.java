package network.pokt.mlqos.lmeh.config;

/** A metric, aggregation, filter or sampler: one that the harness knows by name, or a Python function. Immutable. */
public sealed interface Callee {

    /**
     * One that the harness knows.
     *
     * @param name the name, such as {@code exact_match} or {@code take_first}
     */
    record Named(String name) implements Callee {}

    /**
     * A Python function or class of the task.
     *
     * @param function its name and place
     */
    record Python(FunctionRef function) implements Callee {
        @Override
        public String name() {
            return function.function();
        }
    }

    /** Returns the name by which results are reported. */
    String name();
}
