package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
     * @param total from sending to the last byte, or to the failure
     * @param arrival how its answer arrived, if it was answered
     */
    record AttemptEnded(
            Node node,
            String task,
            int sample,
            int number,
            boolean last,
            Optional<FaultCause> cause,
            Duration total,
            Optional<Arrival> arrival)
            implements EvaluationEvent {

        /** Makes an event of which nothing but the time is known. */
        public AttemptEnded(
                Node node,
                String task,
                int sample,
                int number,
                boolean last,
                Optional<FaultCause> cause,
                Duration total) {
            this(node, task, sample, number, last, cause, total, Optional.empty());
        }
    }

    /**
     * How an answer arrived.
     *
     * @param firstToken when the first content of a stream was there; empty if it was no stream
     * @param contentEvents how many events of a stream carried content, 0 if it was no stream
     * @param promptTokens claimed by the node, if claimed
     * @param completionTokens claimed by the node, if claimed
     */
    record Arrival(
            Optional<Duration> firstToken,
            int contentEvents,
            OptionalLong promptTokens,
            OptionalLong completionTokens) {}

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
