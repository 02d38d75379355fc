package network.pokt.mlqos.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import network.pokt.mlqos.evaluation.OpenSample.Job;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayFailure;
import org.jspecify.annotations.Nullable;

/**
 * The work of one node: which relay is next, what is under way, what came of it. Thread-safe.
 *
 * <p>A lane opens a sample only when it can send: at most twice as many samples as relays may be in flight are open, so memory
 * does not grow with the number of samples, nor with the number that wait for a retry.
 */
final class Lane {

    private final Plan plan;
    final int place;
    final Plan.Seat seat;
    private final TimeSource time;
    private final List<Tally> tallies;
    private final SplittableRandom random;
    private final AtomicBoolean queued = new AtomicBoolean();

    private final Deque<Job> ready = new ArrayDeque<>();
    private int task = -1;
    private Iterator<Sample> samples = List.<Sample>of().iterator();
    private int inFlight;
    private int open;
    private boolean exhausted;
    private boolean retired;
    private long pausedUntil = Long.MIN_VALUE;

    Lane(Plan plan, int place, List<Tally> tallies, TimeSource time) {
        this.plan = plan;
        this.place = place;
        this.seat = plan.seats().get(place);
        this.tallies = tallies;
        this.time = time;
        this.random = new SplittableRandom(plan.seed() * 31 + place);
    }

    /** Returns true if the lane was not in the queue of lanes to look at, and now is. */
    boolean enterQueue() {
        return queued.compareAndSet(false, true);
    }

    void leaveQueue() {
        queued.set(false);
    }

    /** Takes the next relay to send, or null if there is none now. */
    synchronized @Nullable Job take() {
        if (inFlight >= plan.perNode() || time.nanos() < pausedUntil) {
            return null;
        }
        while (true) {
            Job job = ready.poll();
            if (job == null) {
                OpenSample opened = openNext();
                if (opened == null) {
                    return null;
                }
                ready.addAll(opened.jobs());
            } else if (job.sample().alive()) {
                job.sample().leaves(time.nanos(), plan.sampleTimeout().toNanos());
                inFlight++;
                return job;
            }
        }
    }

    private @Nullable OpenSample openNext() {
        if (open >= 2 * plan.perNode()) {
            return null;
        }
        while (true) {
            while (samples.hasNext()) {
                Sample sample = samples.next();
                if (!tallies.get(task).concluded(sample.index())) {
                    open++;
                    return new OpenSample(task, sample, seat.api().relays(sample.asks(), seat.node()));
                }
            }
            if (task + 1 >= plan.tasks().size()) {
                exhausted = true;
                return null;
            }
            Task next = plan.tasks().get(++task);
            samples = next.samples(plan.sampling());
        }
    }

    /** Puts a job that could not be sent back to the front. */
    synchronized void putBack(Job job) {
        job.sample().willRetry();
        inFlight--;
        ready.addFirst(job);
    }

    synchronized void retry(Job job) {
        ready.addFirst(job);
    }

    /** Leaves the node alone until {@code nanos}, as it asked. */
    synchronized void pauseUntil(long nanos) {
        pausedUntil = Math.max(pausedUntil, nanos);
    }

    /** Returns the pause before a failed job is worth sending again, or a negative number if it is not. */
    synchronized long retryPause(Job job, RelayFailure failure) {
        long left = job.sample().nanosLeft(time.nanos());
        return plan.retry()
                .pauseAfter(failure, job.attempt(), random)
                .map(pause -> pause.toNanos() < left ? pause.toNanos() : -1L)
                .orElse(-1L);
    }

    /** Notes the end of a relay and returns whether its sample is over and has to be judged. */
    synchronized boolean returned(Job job, Attempt attempt, @Nullable Reply reply) {
        inFlight--;
        OpenSample sample = job.sample();
        tallies.get(attempt.task()).add(attempt);
        sample.cameBack(attempt, time.nanos());
        if (reply != null) {
            sample.answered(job.ask(), reply);
        } else if (attempt.last() && attempt.cause() != null) {
            sample.failed(attempt.cause());
        } else {
            sample.willRetry();
        }
        return sample.closes();
    }

    /** Closes a sample with its verdict. */
    synchronized void conclude(Verdict verdict) {
        open--;
        tallies.get(verdict.task()).add(verdict);
    }

    /** Returns true once: when {@link #take()} found nothing more and every sample is concluded. */
    synchronized boolean retire() {
        if (retired || !exhausted || open > 0) {
            return false;
        }
        retired = true;
        return true;
    }
}
