package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.evaluation.OpenSample.Job;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import org.jspecify.annotations.Nullable;

/**
 * One relay of one ask, as it is journaled and tallied.
 *
 * @param task the task's place in the plan
 * @param sample the sample's index in the task
 * @param ask the ask's place in the sample
 * @param number which attempt this is, from 1
 * @param last whether the ask ends with it, well or not
 * @param cause why it failed, null if it was answered
 * @param totalNanos how long the relay took
 * @param firstContentNanos when the first content of a stream was there, {@link #UNKNOWN} if it was no stream
 * @param contentEvents how many events of a stream carried content
 * @param promptTokens claimed by the node, {@link #UNKNOWN} if not claimed
 * @param completionTokens claimed by the node, {@link #UNKNOWN} if not claimed
 * @param characters code units of the text that was generated
 */
record Attempt(
        int task,
        int sample,
        int ask,
        int number,
        boolean last,
        @Nullable FaultCause cause,
        long totalNanos,
        long firstContentNanos,
        int contentEvents,
        long promptTokens,
        long completionTokens,
        int characters) {

    static final long UNKNOWN = -1;

    static Attempt answered(Job job, Exchange.Answer answer) {
        Delivery delivery = answer.delivery();
        return new Attempt(
                job.sample().task,
                job.sample().sample.index(),
                job.ask(),
                job.attempt(),
                true,
                null,
                delivery.total().toNanos(),
                delivery.streamed()
                        ? delivery.firstContent().map(Duration::toNanos).orElse(UNKNOWN)
                        : UNKNOWN,
                delivery.contentEvents(),
                answer.usage().map(TokenUsage::promptTokens).orElse(UNKNOWN),
                answer.usage().map(TokenUsage::completionTokens).orElse(UNKNOWN),
                answer.reply() instanceof Reply.Generated generated
                        ? generated.text().length()
                        : 0);
    }

    static Attempt failed(Job job, RelayFailure failure, boolean last) {
        return new Attempt(
                job.sample().task,
                job.sample().sample.index(),
                job.ask(),
                job.attempt(),
                last,
                failure.cause(),
                failure.timing().total().toNanos(),
                UNKNOWN,
                0,
                UNKNOWN,
                UNKNOWN,
                0);
    }

    boolean answered() {
        return cause == null;
    }

    /** Returns how the answer arrived. */
    EvaluationEvent.Arrival arrival() {
        return new EvaluationEvent.Arrival(
                firstContentNanos >= 0 ? Optional.of(Duration.ofNanos(firstContentNanos)) : Optional.empty(),
                contentEvents,
                promptTokens >= 0 ? OptionalLong.of(promptTokens) : OptionalLong.empty(),
                completionTokens >= 0 ? OptionalLong.of(completionTokens) : OptionalLong.empty());
    }

    /** Returns this relay with what is claimed for it; nothing if it was never sent. */
    Spend spend() {
        if (cause == FaultCause.INCAPABLE) {
            return Spend.NONE;
        }
        return new Spend(1, Math.max(0, promptTokens), Math.max(0, completionTokens));
    }

    /**
     * Returns what the relay is settled at. An answer that claims nothing may have cost all that it could; a failure that
     * claims nothing is taken to have cost nothing but the relay.
     */
    Ceiling billed(Ceiling ceiling) {
        return new Ceiling(
                promptTokens >= 0 ? promptTokens : answered() ? ceiling.promptTokens() : 0,
                completionTokens >= 0 ? completionTokens : answered() ? ceiling.completionTokens() : 0);
    }
}
