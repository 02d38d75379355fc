package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.transport.FaultCause;

/** Something that happened in a run. */
public sealed interface EvaluationEvent {

    /**
     * The run begins.
     *
     * @param samples samples to ask over all nodes and tasks
     * @param resumed how many of them an earlier run had concluded
     */
    record Started(long samples, long resumed) implements EvaluationEvent {}

    /**
     * A relay ended.
     *
     * @param number which attempt at its ask it was, from 1
     * @param last whether no attempt follows
     * @param cause why it failed, if it did
     */
    record AttemptEnded(
            Node node, String task, int sample, int number, boolean last, Optional<FaultCause> cause, Duration total)
            implements EvaluationEvent {}

    /**
     * A sample came to its end, and the journal, if there is one, has it.
     *
     * @param score its values, if it was answered
     * @param cause why it failed, if it did
     */
    record SampleConcluded(Node node, String task, int sample, Optional<Score> score, Optional<FaultCause> cause)
            implements EvaluationEvent {}

    /** The run ended. */
    record Ended(Ending ending, Duration duration) implements EvaluationEvent {}
}
