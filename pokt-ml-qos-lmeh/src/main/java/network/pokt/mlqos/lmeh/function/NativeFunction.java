package network.pokt.mlqos.lmeh.function;

/**
 * What a Python function of a task does, in Java; each kind fits one place in a task. Implementations are immutable and
 * thread-safe.
 */
public sealed interface NativeFunction
        permits AggregationFunction,
                DocFunction,
                DocsFunction,
                FilterFunction,
                MetricFunction,
                ResultsFunction,
                SamplesFunction {}
