package network.pokt.mlqos.lmeh.natives;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.function.NativeFunction;

/**
 * All native equivalents, each under the place of its original in the tasks folder of lm-evaluation-harness 0.4.13, such as
 * {@code hellaswag/utils.py#process_docs}.
 *
 * <p>A function that stands in several places with the same content is named once. Who looks one up must have compared the content:
 * a name says nothing.
 */
public final class NativeCatalog {

    /** Makes the equivalent for a task, which may read constants that stand beside the original. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Returns the equivalent.
         *
         * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if a constant cannot be read
         */
        NativeFunction of(FunctionRef original);
    }

    private NativeCatalog() {}

    /** Returns all factories by the places of their originals. */
    public static Map<String, Factory> entries() {
        Entries entries = new Entries();
        BenchmarkDocs.register(entries);
        AfricanBenchmarks.register(entries);
        MultipleChoiceDocs.register(entries);
        SubjectFilters.register(entries);
        MmluProPrompts.register(entries);
        TruthfulQa.register(entries);
        MathHard.register(entries);
        IfEvalResults.register(entries);
        ClassAggregations.register(entries);
        SpanF1.register(entries);
        TagAccuracy.register(entries);
        WordF1.register(entries);
        TaskFilters.register(entries);
        return Collections.unmodifiableMap(entries.factories);
    }

    /** Collects factories; a place that is given twice is a mistake. */
    static final class Entries {

        private final Map<String, Factory> factories = new TreeMap<>();

        void add(String place, NativeFunction function) {
            addFactory(place, original -> function);
        }

        void addFactory(String place, Factory factory) {
            if (factories.put(place, factory) != null) {
                throw new IllegalStateException("The catalog names " + place + " twice; name it once.");
            }
        }

        /** Adds one function under several names of a file. */
        void addAll(String file, Map<String, ? extends NativeFunction> functions) {
            functions.forEach((name, function) -> add(file + "#" + name, function));
        }

        /** Adds one function that stands in several files with differences that do not matter. */
        void addEverywhere(String name, NativeFunction function, String... files) {
            for (String file : files) {
                add(file + "#" + name, function);
            }
        }
    }
}
