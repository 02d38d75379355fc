package network.pokt.mlqos.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of generation that completions and chat share. Immutable; what is not set is not sent, so that the node's
 * own default applies.
 */
public final class SamplingParameters {

    private static final SamplingParameters DEFAULTS = builder().build();

    private final @Nullable Integer maxTokens;
    private final @Nullable Double temperature;
    private final @Nullable Double topP;
    private final @Nullable Long seed;
    private final List<String> stop;
    private final boolean stream;
    private final Map<String, Object> extra;

    private SamplingParameters(Builder builder) {
        this.maxTokens = builder.maxTokens;
        this.temperature = builder.temperature;
        this.topP = builder.topP;
        this.seed = builder.seed;
        this.stop = builder.stop;
        this.stream = builder.stream;
        this.extra = Collections.unmodifiableMap(new LinkedHashMap<>(builder.extra));
    }

    /** Returns parameters that leave everything to the node. */
    public static SamplingParameters defaults() {
        return DEFAULTS;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the most tokens to write, at least 0. */
    public OptionalInt maxTokens() {
        return maxTokens == null ? OptionalInt.empty() : OptionalInt.of(maxTokens);
    }

    /** Returns the temperature, at least 0; 0 is greedy. */
    public OptionalDouble temperature() {
        return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }

    /** Returns the nucleus share, above 0 and at most 1. */
    public OptionalDouble topP() {
        return topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP);
    }

    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns the strings at which the answer ends; empty means that the field is not sent. */
    public List<String> stop() {
        return stop;
    }

    /** Returns whether the answer is asked for as a stream of events, with usage in its last. */
    public boolean stream() {
        return stream;
    }

    /** Returns further fields of the request body, by name, as JSON-like values (String, Number, Boolean, List, Map). */
    public Map<String, Object> extra() {
        return extra;
    }

    /** Collects parameters. Not thread-safe. */
    public static final class Builder {

        private @Nullable Integer maxTokens;
        private @Nullable Double temperature;
        private @Nullable Double topP;
        private @Nullable Long seed;
        private List<String> stop = List.of();
        private boolean stream;
        private final Map<String, Object> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder maxTokens(int maxTokens) {
            if (maxTokens < 0) {
                throw new IllegalArgumentException("max_tokens must be at least 0, got " + maxTokens + ".");
            }
            this.maxTokens = maxTokens;
            return this;
        }

        public Builder temperature(double temperature) {
            if (!(temperature >= 0) || Double.isInfinite(temperature)) {
                throw new IllegalArgumentException("temperature must be at least 0, got " + temperature + ".");
            }
            this.temperature = temperature;
            return this;
        }

        public Builder topP(double topP) {
            if (!(topP > 0 && topP <= 1)) {
                throw new IllegalArgumentException("top_p must be above 0 and at most 1, got " + topP + ".");
            }
            this.topP = topP;
            return this;
        }

        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public Builder stop(List<String> stop) {
            this.stop = List.copyOf(stop);
            return this;
        }

        public Builder stream(boolean stream) {
            this.stream = stream;
            return this;
        }

        public Builder extra(String name, Object value) {
            extra.put(name, value);
            return this;
        }

        public SamplingParameters build() {
            return new SamplingParameters(this);
        }
    }
}
