package network.pokt.mlqos.leaderboard;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a node: what it must meet, and what then decides. Immutable. */
public final class Need {

    /** What decides among the nodes that meet a need. */
    public enum Aim {
        /** The highest share of right answers, failures counted as wrong. */
        BEST,
        /** The lowest cost per right answer. */
        CHEAPEST,
        /** The lowest 95th percentile of the time to first token, or of the total where nothing was streamed. */
        QUICKEST
    }

    private final String name;
    private final Aim aim;
    private final @Nullable Double minimumScore;
    private final @Nullable Duration slowestFirstToken;
    private final boolean doubtful;

    private Need(Builder builder) {
        this.name = builder.name;
        this.aim = builder.aim;
        this.minimumScore = builder.minimumScore;
        this.slowestFirstToken = builder.slowestFirstToken;
        this.doubtful = builder.doubtful;
    }

    /** Begins a need with its name for people and what decides. */
    public static Builder builder(String name, Aim aim) {
        return new Builder(name, aim);
    }

    public String name() {
        return name;
    }

    public Aim aim() {
        return aim;
    }

    /** Returns what the lower end of the score's interval has to reach, if anything. */
    public OptionalDouble minimumScore() {
        return minimumScore == null ? OptionalDouble.empty() : OptionalDouble.of(minimumScore);
    }

    /** Returns what the 95th percentile of the time to first token must not exceed, if anything. */
    public Optional<Duration> slowestFirstToken() {
        return Optional.ofNullable(slowestFirstToken);
    }

    /** Returns whether nodes with {@linkplain Standing#doubts() doubts} are acceptable. */
    public boolean acceptsDoubtful() {
        return doubtful;
    }

    /** Collects the parts of a need. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final Aim aim;
        private @Nullable Double minimumScore;
        private @Nullable Duration slowestFirstToken;
        private boolean doubtful;

        private Builder(String name, Aim aim) {
            this.name = name;
            this.aim = aim;
        }

        /** Demands a score that is at least this, with the confidence of its interval. */
        public Builder minimumScore(double minimum) {
            if (!(minimum >= 0 && minimum <= 1)) {
                throw new IllegalArgumentException("A minimum score lies within 0 to 1, got " + minimum + ".");
            }
            this.minimumScore = minimum;
            return this;
        }

        /** Demands that 95 of 100 streamed answers begin within this time. */
        public Builder slowestFirstToken(Duration slowest) {
            if (slowest.isNegative() || slowest.isZero()) {
                throw new IllegalArgumentException("The slowest first token must be positive, got " + slowest + ".");
            }
            this.slowestFirstToken = slowest;
            return this;
        }

        /** Accepts nodes with doubts; refused by default. */
        public Builder acceptDoubtful() {
            this.doubtful = true;
            return this;
        }

        public Need build() {
            return new Need(this);
        }
    }
}
