package network.pokt.mlqos.evaluation;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.PairedDifference;
import network.pokt.mlqos.stats.Shift;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.transport.FaultCause;

/** What one node did on one task. Immutable once the run has ended. */
public final class TaskReport {

    private final Tally tally;
    private final Rate rate;
    private final int planned;
    private final BitSet answeredByAnyone;

    TaskReport(Tally tally, Rate rate, int planned, BitSet answeredByAnyone) {
        this.tally = tally;
        this.rate = rate;
        this.planned = planned;
        this.answeredByAnyone = answeredByAnyone;
    }

    /** Returns the task's name. */
    public String task() {
        return tally.task.name();
    }

    /** Returns what the task measures; the first is the one that is ranked by. */
    public List<Measure> measures() {
        return tally.task.measures();
    }

    /** Returns how many samples were to be asked. */
    public int planned() {
        return planned;
    }

    /** Returns how many samples were answered and judged. */
    public int answered() {
        return tally.answered.cardinality();
    }

    /** Returns how many samples ended in a failure, after all attempts. */
    public int failed() {
        return tally.concluded.cardinality() - answered();
    }

    /** Returns how many samples did not come to an end, because the run was stopped before. */
    public int notAsked() {
        return planned - tally.concluded.cardinality();
    }

    /** Returns the first measure over the samples that were answered. */
    public Estimate score() {
        return tally.values.get(0).estimate();
    }

    /**
     * Returns a measure over the samples that were answered.
     *
     * @param measure the metric's name, or metric and filter as in {@code exact_match,strict-match}
     */
    public Estimate score(String measure) {
        return tally.values.get(indexOf(measure)).estimate();
    }

    /** Returns the first measure with failures counted as wrong. */
    public Estimate scoreCountingFailures() {
        return countingFailures(0);
    }

    /**
     * Returns a measure in which each failure {@linkplain FaultCause#countsAsWrong() that is not ours} counts as a wrong
     * answer, with the value 0. It is unknown for measures that are no shares, since no value would be the wrong one.
     */
    public Estimate scoreCountingFailures(String measure) {
        return countingFailures(indexOf(measure));
    }

    private Estimate countingFailures(int index) {
        if (answered() > 0 && !measures().get(index).higherIsBetter()) {
            return Estimate.none();
        }
        long wrong = tally.failedSamples.entrySet().stream()
                .filter(failed -> failed.getKey().countsAsWrong())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return tally.values.get(index).estimateWithFailures(wrong);
    }

    private int indexOf(String measure) {
        List<Measure> measures = measures();
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).key().equals(measure)
                    || measures.get(i).metric().equals(measure)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "Task " + task() + " has no measure '" + measure + "'; it has " + measures + ".");
    }

    /** Returns how many samples failed for each cause, after all attempts. */
    public Map<FaultCause, Long> failedSamples() {
        return Collections.unmodifiableMap(tally.failedSamples);
    }

    /** Returns how many relays failed for each cause, those that a retry made good included. */
    public Map<FaultCause, Long> failedAttempts() {
        return Collections.unmodifiableMap(tally.failedAttempts);
    }

    /**
     * Returns how many samples the node turned away as the caller's fault although another node of the run answered them: the
     * request cannot have earned it.
     */
    public int unearnedRejections() {
        BitSet unearned = (BitSet) tally.rejected.clone();
        unearned.and(answeredByAnyone);
        return unearned.cardinality();
    }

    public Latency latency() {
        return tally.latency;
    }

    /** Returns relays sent and tokens claimed, retries included. */
    public Spend spend() {
        return tally.spend;
    }

    /** Returns what the spend costs at the node's rate. */
    public BigDecimal cost() {
        return rate.cost(tally.spend.relays(), tally.spend.promptTokens(), tally.spend.completionTokens());
    }

    /** Returns what was billed against what was seen. */
    public Billing billing() {
        return tally.billing;
    }

    /**
     * Returns the moment at which the share of fully right answers changed most, counted in answers in the order of their
     * arrival, if there is one to name. A small p-value says that the node did not stay the same.
     */
    public Optional<Shift> shift() {
        return tally.shift.result();
    }

    /**
     * Returns the difference of the shares of fully right answers, this minus other, over the samples that came to an end at
     * both nodes; a failure is no right answer.
     */
    public Estimate differenceTo(TaskReport other) {
        BitSet both = (BitSet) tally.concluded.clone();
        both.and(other.tally.concluded);
        PairedDifference difference = new PairedDifference();
        both.stream()
                .forEach(sample ->
                        difference.add(tally.right.get(sample) ? 1 : 0, other.tally.right.get(sample) ? 1 : 0));
        return difference.estimate();
    }

    @Override
    public String toString() {
        return task() + ": " + score() + ", " + failed() + " failed";
    }
}
