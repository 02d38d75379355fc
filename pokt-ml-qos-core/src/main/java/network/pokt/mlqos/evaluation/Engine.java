package network.pokt.mlqos.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import network.pokt.mlqos.evaluation.Exchange.Ceiling;
import network.pokt.mlqos.evaluation.OpenSample.Job;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.price.BudgetMeter;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the lanes have ready, as much at once as the plan allows, and hands back what comes.
 *
 * <p>There are no threads in here: relays are sent from whichever thread made room for them, which is the transport's thread
 * that brought the last answer. Lanes with work wait in a queue and take turns, so a node that is slow holds up nobody.
 */
final class Engine {

    private final Plan plan;
    private final RelayTransport transport;
    private final TimeSource time;
    private final @Nullable Journal journal;
    private final Announcer announcer;
    private final Tallies tallies;
    private final List<Lane> lanes = new ArrayList<>();
    private final BudgetMeter budget;

    private final Queue<Lane> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room;
    private final ThreadLocal<Boolean> pumping = ThreadLocal.withInitial(() -> false);
    private final Map<Job, CompletableFuture<RelayOutcome>> onTheWire = new ConcurrentHashMap<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger lanesLeft;
    private final AtomicLong concluded = new AtomicLong();
    private final AtomicReference<@Nullable Ending> stopped = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final CompletableFuture<EvaluationReport> report = new CompletableFuture<>();
    private final long startedAt;
    private TimeSource.@Nullable Scheduled deadline;

    Engine(
            Plan plan,
            RelayTransport transport,
            TimeSource time,
            Tallies tallies,
            @Nullable Journal journal,
            Announcer announcer) {
        this.plan = plan;
        this.transport = transport;
        this.time = time;
        this.tallies = tallies;
        this.journal = journal;
        this.announcer = announcer;
        this.budget = new BudgetMeter(plan.budget());
        this.room = new Semaphore(plan.inAll());
        this.lanesLeft = new AtomicInteger(plan.seats().size());
        this.startedAt = time.nanos();
        for (int place = 0; place < plan.seats().size(); place++) {
            lanes.add(new Lane(plan, place, tallies.of(place), time));
            for (Tally tally : tallies.of(place)) {
                budget.spentBefore(plan.seats().get(place).rate(), tally.spend);
                concluded.addAndGet(tally.concluded.cardinality());
            }
        }
    }

    void start() {
        long samples = plan.tasks().stream().mapToLong(plan::samplesOf).sum() * lanes.size();
        announcer.announce(new EvaluationEvent.Started(samples, concluded.get()));
        deadline = plan.runTimeout()
                .map(timeout -> time.schedule(timeout, () -> stop(Ending.DEADLINE)))
                .orElse(null);
        lanes.forEach(this::queue);
        pump();
    }

    long concluded() {
        return concluded.get();
    }

    CompletableFuture<EvaluationReport> report() {
        return report;
    }

    /** Sends nothing more; relays under way are aborted, except where only the budget is used up. */
    void stop(Ending ending) {
        if (stopped.compareAndSet(null, ending) && ending != Ending.OUT_OF_BUDGET) {
            onTheWire.values().forEach(relay -> relay.cancel(true));
        }
        finishIfIdle();
    }

    private void breakDown(Throwable reason) {
        broken.compareAndSet(null, reason);
        stop(Ending.CANCELLED);
    }

    private void queue(Lane lane) {
        if (lane.enterQueue()) {
            waiting.add(lane);
        }
    }

    /**
     * Sends as much as there is room for. A relay that completes while it is being sent comes back in here on the same thread;
     * the loop further up goes on for it, so the stack does not grow.
     */
    private void pump() {
        if (pumping.get()) {
            return;
        }
        pumping.set(true);
        try {
            while (sendOne()) {}
        } finally {
            pumping.remove();
        }
    }

    /** Returns whether it is worth calling again. */
    private boolean sendOne() {
        if (stopped.get() != null || !room.tryAcquire()) {
            return false;
        }
        for (Lane lane; (lane = waiting.poll()) != null; ) {
            lane.leaveQueue();
            Job job;
            try {
                job = lane.take();
            } catch (RuntimeException e) {
                room.release();
                breakDown(e);
                return false;
            }
            if (job != null) {
                queue(lane);
                send(lane, job);
                return true;
            }
            if (lane.retire()) {
                lanesLeft.decrementAndGet();
            }
        }
        room.release();
        finishIfIdle();
        // A lane may have queued up while this thread held the last room.
        return !waiting.isEmpty();
    }

    private void send(Lane lane, Job job) {
        busy.incrementAndGet();
        Ask ask = job.sample().ask(job.ask());
        Optional<LikelihoodFinding.Unable> refusal = lane.seat.refusal(ask);
        if (refusal.isPresent()) {
            refuse(lane, job, refusal.get());
            return;
        }
        Exchange exchange;
        try {
            exchange = lane.seat.api().exchange(ask, lane.seat.node());
        } catch (RuntimeException e) {
            leave();
            breakDown(e);
            return;
        }
        Ceiling ceiling = exchange.ceiling();
        boolean paid = budget.tryReserve(lane.seat.rate(), ceiling.promptTokens(), ceiling.completionTokens());
        if (!paid || stopped.get() != null) {
            if (paid) {
                budget.release(lane.seat.rate(), ceiling.promptTokens(), ceiling.completionTokens());
            }
            lane.putBack(job);
            leave();
            stop(Ending.OUT_OF_BUDGET);
            return;
        }
        RelayRequest request = exchange.request();
        Duration left = Duration.ofNanos(Math.max(1, job.sample().nanosLeft(time.nanos())));
        if (left.compareTo(request.timeout()) < 0) {
            request = request.withTimeout(left);
        }
        long sentAt = time.nanos();
        CompletableFuture<RelayOutcome> relay = dispatch(lane, request);
        onTheWire.put(job, relay);
        CompletableFuture<RelayOutcome> unused = relay.whenComplete((outcome, error) -> {
            onTheWire.remove(job);
            came(lane, job, exchange, outcome != null ? outcome : aborted(sentAt, error));
        });
        Ending ending = stopped.get();
        if (ending != null && ending != Ending.OUT_OF_BUDGET) {
            relay.cancel(true);
        }
    }

    /** Ends an ask that the node is known to answer with noise. */
    private void refuse(Lane lane, Job job, LikelihoodFinding.Unable finding) {
        RelayFailure failure = RelayFailure.of(FaultCause.INCAPABLE, finding.detail(), RelayTiming.none(time.now()));
        try {
            close(lane, job, Attempt.failed(job, failure, true), null);
        } catch (RuntimeException | Error e) {
            breakDown(e);
        } finally {
            leave();
            queue(lane);
        }
    }

    private CompletableFuture<RelayOutcome> dispatch(Lane lane, RelayRequest request) {
        try {
            return transport.sendAsync(lane.seat.node(), request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What stands for a relay that completed exceptionally: by contract only because it was cancelled. */
    private RelayFailure aborted(long sentAt, @Nullable Throwable error) {
        Ending ending = stopped.get();
        RelayTiming timing = new RelayTiming.Recorder(time.now(), sentAt).finish(time.nanos());
        return ending == null
                ? RelayFailure.of(FaultCause.INTERNAL, "The transport failed: " + error, timing)
                : RelayFailure.of(ending.causeOfAborted(), "The run ended.", timing);
    }

    private void came(Lane lane, Job job, Exchange exchange, RelayOutcome outcome) {
        try {
            settle(lane, job, exchange, outcome);
        } catch (RuntimeException | Error e) {
            breakDown(e);
        } finally {
            leave();
            queue(lane);
            pump();
        }
    }

    /** Counts, journals and announces one relay that ended, and its sample if that is over with it. */
    private void settle(Lane lane, Job job, Exchange exchange, RelayOutcome outcome) {
        Decoded<Exchange.Answer> read = read(exchange, outcome);
        Attempt attempt;
        Reply reply = null;
        if (read instanceof Decoded.Ok<Exchange.Answer> ok) {
            reply = ok.answer().reply();
            attempt = Attempt.answered(job, ok.answer());
        } else {
            RelayFailure failure = ((Decoded.Fault<Exchange.Answer>) read).failure();
            long pause = lane.retryPause(job, failure);
            attempt = Attempt.failed(job, failure, pause < 0);
            if (pause >= 0) {
                retryLater(lane, job, pause, failure.retryAfter().isPresent());
            }
        }
        Ceiling ceiling = exchange.ceiling();
        Ceiling billed = attempt.billed(ceiling);
        budget.settle(
                lane.seat.rate(),
                ceiling.promptTokens(),
                ceiling.completionTokens(),
                billed.promptTokens(),
                billed.completionTokens());
        close(lane, job, attempt, reply);
    }

    private void close(Lane lane, Job job, Attempt attempt, @Nullable Reply reply) {
        boolean over = lane.returned(job, attempt, reply) && !cutShort(attempt);
        Verdict verdict = over ? verdict(job) : null;
        if (verdict != null) {
            lane.conclude(verdict);
        }
        record(lane, attempt, verdict);
        announcer.announce(lane.seat.node(), plan.tasks().get(attempt.task()).name(), attempt, job.sample(), verdict);
    }

    /** After the run has been stopped nothing is retried any more; the sample stays open and a resumed run asks it again. */
    private void retryLater(Lane lane, Job job, long pause, boolean nodeAskedForIt) {
        if (stopped.get() != null) {
            return;
        }
        if (nodeAskedForIt) {
            lane.pauseUntil(time.nanos() + pause);
        }
        time.schedule(Duration.ofNanos(pause), () -> {
            lane.retry(job.again());
            queue(lane);
            pump();
        });
    }

    private Decoded<Exchange.Answer> read(Exchange exchange, RelayOutcome outcome) {
        if (outcome instanceof RelayFailure failure) {
            return new Decoded.Fault<>(failure);
        }
        RelayResponse response = (RelayResponse) outcome;
        try {
            return exchange.read(response);
        } catch (RuntimeException e) {
            announcer.warn("An answer could not be read because of a defect", e);
            return new Decoded.Fault<>(
                    RelayFailure.of(FaultCause.INTERNAL, "Reading the answer failed: " + e, response.timing()));
        }
    }

    /** A sample that we cut short ourselves has no verdict: a resumed run asks it again. */
    private boolean cutShort(Attempt attempt) {
        Ending ending = stopped.get();
        return ending != null && attempt.cause() == ending.causeOfAborted();
    }

    private Verdict verdict(Job job) {
        try {
            return job.sample().verdict();
        } catch (RuntimeException e) {
            announcer.warn("A sample could not be judged because of a defect", e);
            return new Verdict.Failed(job.sample().task, job.sample().sample.index(), FaultCause.INTERNAL);
        }
    }

    private void record(Lane lane, Attempt attempt, @Nullable Verdict verdict) {
        if (journal != null) {
            StringBuilder lines = new StringBuilder(256);
            JournalLines.append(lines, lane.place, attempt);
            if (verdict != null) {
                JournalLines.append(lines, lane.place, verdict);
            }
            journal.append(lines.toString());
        }
        if (verdict != null) {
            concluded.incrementAndGet();
        }
    }

    private void leave() {
        room.release();
        busy.decrementAndGet();
        finishIfIdle();
    }

    private void finishIfIdle() {
        boolean ended = stopped.get() != null || lanesLeft.get() == 0;
        if (!ended || busy.get() != 0 || !finished.compareAndSet(false, true)) {
            return;
        }
        if (deadline != null) {
            deadline.cancel();
        }
        Ending ending = Optional.ofNullable(stopped.get()).orElse(Ending.COMPLETE);
        Duration duration = Duration.ofNanos(time.nanos() - startedAt);
        try {
            if (journal != null) {
                journal.close();
            }
        } catch (JournalException e) {
            broken.compareAndSet(null, e);
        }
        announcer.announce(new EvaluationEvent.Ended(ending, duration));
        Throwable reason = broken.get();
        if (reason != null) {
            report.completeExceptionally(reason);
        } else {
            report.complete(EvaluationReport.of(plan, tallies, ending, duration));
        }
    }
}
