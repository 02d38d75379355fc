package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/**
 * How one sample ended: with a score, or with the cause of its failure.
 *
 * @param task the task's place in the plan
 * @param sample the sample's index in the task
 */
record Verdict(int task, int sample, @Nullable Score score, @Nullable FaultCause cause) {

    static Verdict scored(int task, int sample, Score score) {
        return new Verdict(task, sample, score, null);
    }

    static Verdict failed(int task, int sample, FaultCause cause) {
        return new Verdict(task, sample, null, cause);
    }
}
