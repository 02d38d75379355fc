package network.pokt.mlqos.leaderboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What one node reached on one task, from wherever it was measured: the row from which a {@link Board} is made. Immutable.
 *
 * <pre>{@code
 * TaskResult.builder(node.id(), "gsm8k", Estimate.ofProportion(31, 50))
 *     .samples(50, 49)
 *     .firstToken(Duration.ofMillis(180))
 *     .cost("USD", new BigDecimal("0.0142"))
 *     .build();
 * }</pre>
 */
public final class TaskResult {

    private final NodeId node;
    private final String task;
    private final Estimate score;
    private final long concluded;
    private final long answered;
    private final @Nullable Duration latency;
    private final @Nullable Duration firstToken;
    private final @Nullable String currency;
    private final BigDecimal cost;

    private TaskResult(Builder builder) {
        this.node = builder.node;
        this.task = builder.task;
        this.score = builder.score;
        this.concluded = builder.concluded;
        this.answered = builder.answered;
        this.latency = builder.latency;
        this.firstToken = builder.firstToken;
        this.currency = builder.currency;
        this.cost = builder.cost;
    }

    /**
     * Begins a result.
     *
     * @param score what the node is ranked by, more is better; usually a share of right answers with failures counted as wrong.
     *     An estimate of nothing is a task that is missing.
     */
    public static Builder builder(NodeId node, String task, Estimate score) {
        return new Builder(node, task, score);
    }

    public NodeId node() {
        return node;
    }

    public String task() {
        return task;
    }

    public Estimate score() {
        return score;
    }

    /** Returns how many samples came to an end, well or not. */
    public long concluded() {
        return concluded;
    }

    /** Returns how many of them were answered. */
    public long answered() {
        return answered;
    }

    /** Returns how long an answer takes, typically, from sending to its last byte, where known. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latency);
    }

    /** Returns the typical time to first token, where known. */
    public Optional<Duration> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /** Returns the unit of the cost, where a price is known. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /** Returns what all samples cost; 0 where no price is known. */
    public BigDecimal cost() {
        return cost;
    }

    /** Says whether there is a score to rank by. */
    boolean measured() {
        return Double.isFinite(score.value());
    }

    /** Returns how many answers were right, for scores that are shares of all concluded samples. */
    double rightAnswers() {
        return measured() ? score.value() * concluded : 0;
    }

    /** Collects the parts of a result. Not thread-safe. */
    public static final class Builder {

        private final NodeId node;
        private final String task;
        private final Estimate score;
        private long concluded;
        private long answered;
        private @Nullable Duration latency;
        private @Nullable Duration firstToken;
        private @Nullable String currency;
        private BigDecimal cost = BigDecimal.ZERO;

        private Builder(NodeId node, String task, Estimate score) {
            this.node = node;
            this.task = task;
            this.score = score;
            this.concluded = score.n();
            this.answered = score.n();
        }

        /** Says how many samples ended and how many of them were answered; all that the score rests on by default. */
        public Builder samples(long concluded, long answered) {
            if (answered < 0 || concluded < answered) {
                throw new IllegalArgumentException("Of " + concluded + " samples of " + task + " at " + node + " "
                        + answered + " cannot be answered; give 0 to as many as were concluded.");
            }
            this.concluded = concluded;
            this.answered = answered;
            return this;
        }

        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        public Builder firstToken(Duration firstToken) {
            this.firstToken = firstToken;
            return this;
        }

        /** Says what all samples of this task cost. */
        public Builder cost(String currency, BigDecimal cost) {
            if (cost.signum() < 0) {
                throw new IllegalArgumentException("Task " + task + " at " + node + " cannot cost " + cost + ".");
            }
            this.currency = currency;
            this.cost = cost;
            return this;
        }

        public TaskResult build() {
            return new TaskResult(this);
        }
    }
}
