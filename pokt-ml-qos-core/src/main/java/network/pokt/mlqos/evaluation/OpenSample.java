package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/** A sample under way at one node. Guarded by its lane's lock. */
final class OpenSample {

    private static final long NOT_SENT = Long.MIN_VALUE;

    final int task;
    final Sample sample;
    private final Relays relays;
    private final @Nullable Reply[] replies;
    private int missing;
    private int inFlight;
    private long deadlineNanos = NOT_SENT;
    private long sentNanos;
    private long lastNanos;
    private Spend spend = Spend.NONE;
    private @Nullable FaultCause failure;
    private boolean closed;

    OpenSample(int task, Sample sample, Relays relays) {
        this.task = task;
        this.sample = sample;
        this.relays = relays;
        this.replies = new Reply[relays.asks().size()];
        this.missing = replies.length;
    }

    List<Job> jobs() {
        List<Job> jobs = new ArrayList<>(replies.length);
        for (int ask = 0; ask < replies.length; ask++) {
            jobs.add(new Job(this, ask, 1));
        }
        return jobs;
    }

    Ask ask(int index) {
        return relays.asks().get(index);
    }

    /** Notes that a relay leaves; the sample's time runs from the first one. */
    void leaves(long nowNanos, long timeoutNanos) {
        if (deadlineNanos == NOT_SENT) {
            deadlineNanos = nowNanos + timeoutNanos;
            sentNanos = nowNanos;
        }
        inFlight++;
    }

    long nanosLeft(long nowNanos) {
        return deadlineNanos - nowNanos;
    }

    /** Notes what a relay that came back cost. */
    void cameBack(Attempt attempt, long nowNanos) {
        spend = spend.plus(attempt.spend());
        lastNanos = nowNanos;
    }

    Spend spend() {
        return spend;
    }

    Duration elapsed() {
        return Duration.ofNanos(lastNanos - sentNanos);
    }

    void answered(int ask, Reply reply) {
        inFlight--;
        if (replies[ask] == null) {
            replies[ask] = reply;
            missing--;
        }
    }

    void failed(FaultCause cause) {
        inFlight--;
        if (failure == null) {
            failure = cause;
        }
    }

    void willRetry() {
        inFlight--;
    }

    /** Returns whether more of its asks are worth sending. */
    boolean alive() {
        return failure == null;
    }

    /**
     * Returns true once: when nothing more will come of the sample, because all replies are there or because it failed and no
     * relay is under way.
     */
    boolean closes() {
        if (closed || !(missing == 0 || (failure != null && inFlight == 0))) {
            return false;
        }
        closed = true;
        return true;
    }

    /** Judges a sample that is closed; nobody else touches it any more. */
    Verdict verdict() {
        if (failure != null) {
            return new Verdict.Failed(task, sample.index(), failure);
        }
        return new Verdict.Scored(task, sample.index(), sample.score(replies()));
    }

    /** Returns the replies to the sample's asks; none if it failed. */
    List<Reply> replies() {
        return failure == null ? relays.gathering().apply(Arrays.asList(replies)) : List.of();
    }

    /** One ask of a sample and which attempt at it is next, from 1. */
    record Job(OpenSample sample, int ask, int attempt) {

        Job again() {
            return new Job(sample, ask, attempt + 1);
        }
    }
}
