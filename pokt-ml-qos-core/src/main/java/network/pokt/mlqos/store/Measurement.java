package network.pokt.mlqos.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import org.jspecify.annotations.Nullable;

/**
 * One sample of one task at one node, as it ended: what a store keeps. Immutable.
 *
 * <p>The id makes keeping it twice the same as keeping it once. Whoever measures gives the same id, with the same content, to
 * the same measurement however often it is handed over; {@link ResultRecorder} makes it of run, node, task and sample.
 *
 * <pre>{@code
 * Measurement.builder("run-7/a/gsm8k/12", node.id(), "gsm8k", 12, time.now())
 *     .epoch("session 180341")
 *     .scored("exact_match", 1)
 *     .spend(new Spend(2, 740, 91))
 *     .total(Duration.ofMillis(640))
 *     .build();
 * }</pre>
 */
public final class Measurement {

    /** Instants are kept as nanoseconds since 1970 in 64 bits, which ends in the year 2262. */
    private static final Instant LAST = Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000_000L);

    private final String id;
    private final NodeId node;
    private final String task;
    private final int sample;
    private final Instant at;
    private final @Nullable String epoch;
    private final Finding finding;
    private final @Nullable Duration total;
    private final @Nullable Duration firstToken;
    private final Spend spend;
    private final @Nullable Charge charge;

    private Measurement(Builder builder, Finding finding) {
        this.id = builder.id;
        this.node = builder.node;
        this.task = builder.task;
        this.sample = builder.sample;
        this.at = builder.at;
        this.epoch = builder.epoch;
        this.finding = finding;
        this.total = builder.total;
        this.firstToken = builder.firstToken;
        this.spend = builder.spend;
        this.charge = builder.charge;
    }

    /**
     * Begins a measurement with what each has.
     *
     * @param id names the measurement among all that a store ever sees
     * @param sample the document's index in the task, from 0
     * @param at when the sample ended, from 1970 to 2262
     */
    public static Builder builder(String id, NodeId node, String task, int sample, Instant at) {
        return new Builder(id, node, task, sample, at);
    }

    public String id() {
        return id;
    }

    public NodeId node() {
        return node;
    }

    public String task() {
        return task;
    }

    public int sample() {
        return sample;
    }

    public Instant at() {
        return at;
    }

    /** Returns the run, session or epoch that it was measured in, if it has a name. */
    public Optional<String> epoch() {
        return Optional.ofNullable(epoch);
    }

    public Finding finding() {
        return finding;
    }

    /** Returns how long the sample took from its first relay to its end, where known. */
    public Optional<Duration> total() {
        return Optional.ofNullable(total);
    }

    /** Returns the time to first token of its answer, where it was streamed and seen. */
    public Optional<Duration> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /** Returns attempts (relays sent, retries included) and the tokens claimed for them. */
    public Spend spend() {
        return spend;
    }

    /** Returns what it cost, where the price is known. */
    public Optional<Charge> charge() {
        return Optional.ofNullable(charge);
    }

    Position position() {
        return new Position(at, id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measurement that
                && id.equals(that.id)
                && node.equals(that.node)
                && task.equals(that.task)
                && sample == that.sample
                && at.equals(that.at)
                && Objects.equals(epoch, that.epoch)
                && finding.equals(that.finding)
                && Objects.equals(total, that.total)
                && Objects.equals(firstToken, that.firstToken)
                && spend.equals(that.spend)
                && Objects.equals(charge, that.charge);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The measurement as the JSON object that stores and ledgers write. */
    @Override
    public String toString() {
        return MeasurementJson.write(this);
    }

    /** Collects the parts of a measurement. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final NodeId node;
        private final String task;
        private final int sample;
        private final Instant at;
        private @Nullable String epoch;
        private @Nullable Finding finding;
        private @Nullable Duration total;
        private @Nullable Duration firstToken;
        private Spend spend = Spend.NONE;
        private @Nullable Charge charge;

        private Builder(String id, NodeId node, String task, int sample, Instant at) {
            this.id = Texts.check("measurement id", id);
            Texts.check("supplier", node.supplier());
            Texts.check("service", node.service());
            this.node = node;
            this.task = Texts.check("task name", task);
            if (sample < 0) {
                throw new IllegalArgumentException(
                        "Measurement " + id + " has the sample " + sample + ", give 0 or more.");
            }
            this.sample = sample;
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw new IllegalArgumentException("Measurement " + id + " is of " + at
                        + ", which is not between 1970 and 2262; check the clock that it comes from.");
            }
            this.at = at;
        }

        public Builder epoch(String epoch) {
            this.epoch = Texts.check("epoch", epoch);
            return this;
        }

        public Builder finding(Finding finding) {
            this.finding = finding;
            return this;
        }

        /** Says that the sample was judged by one measure; {@link #finding} takes several. */
        public Builder scored(String measure, double value) {
            return finding(new Finding.Scored(Map.of(measure, value)));
        }

        public Builder total(Duration total) {
            this.total = positive("total time", total);
            return this;
        }

        public Builder firstToken(Duration firstToken) {
            this.firstToken = positive("time to first token", firstToken);
            return this;
        }

        public Builder spend(Spend spend) {
            if (spend.relays() < 0 || spend.promptTokens() < 0 || spend.completionTokens() < 0) {
                throw new IllegalArgumentException(
                        "Measurement " + id + " spent " + spend + ", give 0 or more of each.");
            }
            this.spend = spend;
            return this;
        }

        public Builder charge(Charge charge) {
            this.charge = charge;
            return this;
        }

        /**
         * Returns the measurement.
         *
         * @throws IllegalStateException if it was not said how the sample ended
         */
        public Measurement build() {
            if (finding == null) {
                throw new IllegalStateException(
                        "Measurement " + id + " has no finding, say how its sample ended with scored() or finding().");
            }
            return new Measurement(this, finding);
        }

        private Duration positive(String what, Duration duration) {
            if (duration.isNegative() || duration.toDays() > 3_650) {
                throw new IllegalArgumentException(
                        "Measurement " + id + " has a " + what + " of " + duration + ", give 0 to ten years.");
            }
            return duration;
        }
    }
}
