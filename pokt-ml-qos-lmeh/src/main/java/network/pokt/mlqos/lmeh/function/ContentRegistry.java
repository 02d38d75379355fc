package network.pokt.mlqos.lmeh.function;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Python functions by what their sources say. Thread-safe; sources and functions are kept once they were asked for.
 *
 * <p>A function is looked for by its {@linkplain PythonSource#identity identity} first: everything counts. Then by its
 * {@linkplain PythonSource#shape shape}, for an equivalent that takes the texts of the source as its own.
 */
public final class ContentRegistry implements FunctionRegistry {

    private final Map<String, Function<FunctionRef, NativeFunction>> identities;
    private final Map<String, Function<PythonSource, NativeFunction>> shapes;
    private final PythonSources sources = new PythonSources();
    private final ConcurrentMap<FunctionRef, NativeFunction> found = new ConcurrentHashMap<>();

    private ContentRegistry(Builder builder) {
        this.identities = Map.copyOf(builder.identities);
        this.shapes = Map.copyOf(builder.shapes);
    }

    /** Begins a registry that knows no function. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public <F extends NativeFunction> F find(FunctionRef function, Class<F> kind) {
        NativeFunction equivalent = found.get(function);
        if (equivalent == null) {
            equivalent = create(function);
            found.put(function, equivalent);
        }
        if (!kind.isInstance(equivalent)) {
            throw new UnsupportedFunctionException("The Python function " + function.name() + " in " + function.folder()
                    + " has an equivalent of another kind than " + kind.getSimpleName() + "; correct the task file.");
        }
        return kind.cast(equivalent);
    }

    /**
     * Returns what a function's source says.
     *
     * @throws UnsupportedFunctionException if the source is not there or cannot be read
     */
    public PythonSource source(FunctionRef function) {
        return sources.find(function);
    }

    private NativeFunction create(FunctionRef function) {
        PythonSource source = sources.find(function);
        Function<FunctionRef, NativeFunction> exact = identities.get(source.identity());
        if (exact != null) {
            return exact.apply(function);
        }
        return similar(source)
                .orElseThrow(() -> new UnsupportedFunctionException("The Python function " + function.name() + " in "
                        + function.folder() + " has no native equivalent (shape " + source.shape()
                        + "); leave its task out."));
    }

    /**
     * Returns the equivalent of all functions of a shape, made of the texts of one; nothing if the shape is not known.
     *
     * @throws UnsupportedFunctionException if the texts are others than the equivalent can take
     */
    public Optional<NativeFunction> similar(PythonSource source) {
        return Optional.ofNullable(shapes.get(source.shape())).map(equivalent -> equivalent.apply(source));
    }

    /** Collects functions. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Function<FunctionRef, NativeFunction>> identities = new HashMap<>();
        private final Map<String, Function<PythonSource, NativeFunction>> shapes = new HashMap<>();

        private Builder() {}

        /** Adds the equivalent of a function with exactly this {@linkplain PythonSource#identity identity}. */
        public Builder identity(String identity, Function<FunctionRef, NativeFunction> equivalent) {
            return put(identities, identity, equivalent);
        }

        /** Adds an equivalent of all functions of this {@linkplain PythonSource#shape shape}, made of their texts. */
        public Builder shape(String shape, Function<PythonSource, NativeFunction> equivalent) {
            return put(shapes, shape, equivalent);
        }

        public ContentRegistry build() {
            return new ContentRegistry(this);
        }

        private <T> Builder put(Map<String, T> map, String hash, T equivalent) {
            @Nullable T before = map.put(hash, equivalent);
            if (before != null) {
                throw new IllegalArgumentException("The hash " + hash + " is given twice; give it once.");
            }
            return this;
        }
    }
}
