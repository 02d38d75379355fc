package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.stats.ShiftDetector;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Summary;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;

/**
 * What one node did on one task so far. Guarded by its lane's lock.
 *
 * <p>It grows with the number of samples by four bits each: concluded, answered, right, rejected. Everything else is of fixed
 * size, except what a measure keeps that is no mean.
 */
final class Tally {

    final Task task;
    final List<Summary.Gathered> values = new ArrayList<>();
    final Map<FaultCause, Long> failedSamples = new EnumMap<>(FaultCause.class);
    final Map<FaultCause, Long> failedAttempts = new EnumMap<>(FaultCause.class);
    final Latency latency = new Latency();
    final ShiftDetector shift = new ShiftDetector();
    final BitSet concluded = new BitSet();
    final BitSet answered = new BitSet();
    final BitSet right = new BitSet();
    final BitSet rejected = new BitSet();
    Spend spend = Spend.NONE;
    Billing billing = Billing.NONE;

    Tally(Task task) {
        this.task = task;
        task.measures().forEach(measure -> values.add(measure.summary().gather()));
    }

    boolean concluded(int sample) {
        return concluded.get(sample);
    }

    void add(Attempt attempt) {
        spend = spend.plus(attempt.spend());
        if (!attempt.answered()) {
            failedAttempts.merge(attempt.cause(), 1L, Long::sum);
            return;
        }
        latency.add(attempt);
        if (attempt.completionTokens() >= 0 && attempt.characters() > 0) {
            billing = billing.plus(
                    new Billing(attempt.completionTokens(), attempt.contentEvents(), attempt.characters()));
        }
    }

    void add(Verdict verdict) {
        concluded.set(verdict.sample());
        if (verdict instanceof Verdict.Failed failed) {
            failedSamples.merge(failed.reason(), 1L, Long::sum);
            rejected.set(failed.sample(), failed.reason().blame() == Blame.CALLER);
        } else if (verdict instanceof Verdict.Scored scored) {
            add(scored.sample(), scored.value());
        }
    }

    private void add(int sample, Score score) {
        if (score.size() != values.size()) {
            throw new IllegalArgumentException(
                    "task " + task.name() + " has " + values.size() + " measures and a score of " + score.size());
        }
        for (int i = 0; i < score.size(); i++) {
            Object item = score.item(i);
            if (item != null) {
                values.get(i).add(sample, item);
            }
        }
        // "Right" is the best that a share can be; measures that are no shares have no order of rights and wrongs.
        boolean best = score.item(0) instanceof Number value && value.doubleValue() == 1;
        answered.set(sample);
        right.set(sample, best);
        shift.record(best);
    }
}
