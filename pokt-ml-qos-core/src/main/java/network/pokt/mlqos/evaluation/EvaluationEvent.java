package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
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
     * @param sample what was asked
     * @param replies what was answered to each of its asks; empty if it failed
     * @param score what it contributes, if it was answered
     * @param cause why it failed, if it did
     * @param spend relays sent for it in this run and the tokens that were claimed for them
     * @param elapsed from its first relay to its end
     */
    record SampleConcluded(
            Node node,
            String task,
            Sample sample,
            List<Reply> replies,
            Optional<Score> score,
            Optional<FaultCause> cause,
            Spend spend,
            Duration elapsed)
            implements EvaluationEvent {}

    /** The run ended. */
    record Ended(Ending ending, Duration duration) implements EvaluationEvent {}
}
