package network.pokt.mlqos.evaluation;

import java.util.Optional;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.transport.FaultCause;

/** How one sample ended: with a score, or with the cause of its failure. */
sealed interface Verdict {

    /** Returns the task's place in the plan. */
    int task();

    /** Returns the sample's index in the task. */
    int sample();

    default Optional<Score> score() {
        return this instanceof Scored scored ? Optional.of(scored.value()) : Optional.empty();
    }

    default Optional<FaultCause> cause() {
        return this instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    /** The sample was answered and judged. */
    record Scored(int task, int sample, Score value) implements Verdict {}

    /** The sample failed after all attempts. */
    record Failed(int task, int sample, FaultCause reason) implements Verdict {}
}
