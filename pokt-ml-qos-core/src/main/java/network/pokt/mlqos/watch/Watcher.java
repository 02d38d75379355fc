package network.pokt.mlqos.watch;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.EvaluationRun;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the profiles of a fleet fresh, for as long as it runs.
 *
 * <pre>{@code
 * try (Watcher watcher = Watcher.builder(policy, book, directory)
 *         .evaluations(task -> Evaluation.of(task).transport(transport).api(api))
 *         .start()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>At random moments it looks at who is there and what is {@linkplain Due due}, and sends each errand as a small
 * {@link Evaluation} of its own, whose relays and samples go to the book. A node that is absent from the directory, as one
 * that is in no session now, waits with all that is known of it; after {@link WatchPolicy#forgetAfter()} it is forgotten. Samples
 * that a budget or a cancellation left unasked are asked next time.
 *
 * <p>It has no thread of its own: it acts on the {@link TimeSource}'s and on those that end evaluations. The directory and the
 * chain are asked there, so they have to answer at once. What fails is logged once and tried again at the next look.
 *
 * <p>Thread-safe.
 */
public final class Watcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final WatchPolicy policy;
    private final ProfileBook book;
    private final NodeDirectory directory;
    private final Function<Task, Evaluation> evaluations;
    private final Chain chain;
    private final TimeSource time;
    private final Due due;
    private final HourlyAllowance allowance;
    private final Roster roster;
    private final Set<Outing> outings = new HashSet<>();
    private TimeSource.@Nullable Scheduled next;
    private long looks;
    private boolean warned;
    private boolean closed;

    private Watcher(Builder builder, Function<Task, Evaluation> evaluations) {
        this.policy = builder.policy;
        this.book = builder.book;
        this.directory = builder.directory;
        this.evaluations = evaluations;
        this.chain = builder.chain;
        this.time = builder.time;
        this.due = new Due(policy);
        this.allowance = new HourlyAllowance(policy.perHour());
        this.roster = new Roster(policy, book, builder.peers);
    }

    /** Begins a watcher that writes to {@code book} what it sees of the nodes of {@code directory}. */
    public static Builder builder(WatchPolicy policy, ProfileBook book, NodeDirectory directory) {
        return new Builder(policy, book, directory);
    }

    /** Returns the nodes under watch, absent ones included. */
    public synchronized Set<NodeId> nodes() {
        return roster.nodes();
    }

    /** Returns the errands that are under way. */
    public synchronized List<Errand> underWay() {
        return outings.stream().map(Outing::errand).toList();
    }

    /** Ends the watch: nothing more is sent, and relays under way are aborted. Calling it again has no effect. */
    @Override
    public void close() {
        List<Outing> aborted;
        synchronized (this) {
            closed = true;
            if (next != null) {
                next.cancel();
            }
            aborted = List.copyOf(outings);
        }
        aborted.forEach(Outing::cancel);
    }

    private synchronized void schedule(Duration delay) {
        if (!closed) {
            next = time.schedule(delay, this::look);
        }
    }

    private void look() {
        try {
            List<Node> present = directory.nodes();
            Chain.Position position = chain.position();
            lookAt(present, new Moment(time.now(), position.height(), position.session()));
        } catch (RuntimeException e) {
            warn("A look at what is due failed", e);
        }
        schedule(untilNextLook());
    }

    /** Waiting times of a Poisson process, so that looks cannot be foreseen; never more than four ticks. */
    private synchronized Duration untilNextLook() {
        double factor = Math.min(4, -Math.log1p(-Mix.share(Mix.of(policy.seed(), ++looks))));
        return Duration.ofNanos(Math.max(1, Math.round(policy.tick().toNanos() * factor)));
    }

    private synchronized void lookAt(List<Node> present, Moment now) {
        if (closed) {
            return;
        }
        roster.attend(present, now);
        List<Errand> errands = due.next(roster.pairs(now), now, allowance.relaysLeft(now.time()));
        for (int i = 0; i < errands.size(); i++) {
            Optional<HourlyAllowance.Grant> grant = allowance.take(errands.size() - i, now.time());
            if (grant.isEmpty()) {
                break;
            }
            send(errands.get(i), grant.get(), now);
        }
    }

    private void send(Errand errand, HourlyAllowance.Grant grant, Moment now) {
        Outing outing = new Outing(errand, grant, policy.epochOf(now));
        Node node = roster.sent(errand, now);
        outings.add(outing);
        try {
            EvaluationRun run = evaluations
                    .apply(policy.tasks().get(roster.place(errand)).task())
                    .nodes(NodeDirectory.of(node))
                    .sampling(Sampling.of(
                            errand.items().stream().mapToInt(Integer::intValue).toArray()))
                    .seed(Mix.of(policy.seed(), now.time().toEpochMilli()))
                    .budget(grant.budget())
                    .time(time)
                    .onEvent(book)
                    .onEvent(outing)
                    .start();
            outing.started(run);
            CompletableFuture<EvaluationReport> unused =
                    run.future().whenComplete((report, error) -> end(outing, report, error));
        } catch (RuntimeException e) {
            end(outing, null, e);
        }
    }

    private synchronized void end(Outing outing, @Nullable EvaluationReport report, @Nullable Throwable error) {
        outings.remove(outing);
        if (error != null) {
            Errand errand = outing.errand();
            warn("An errand to " + errand.node() + " for " + errand.task() + " failed", error);
        }
        allowance.settle(outing.grant(), outing.spent(report), time.now());
        roster.ended(outing);
    }

    private synchronized void warn(String what, Throwable error) {
        if (warned) {
            LOG.debug("{}", what, error);
        } else {
            warned = true;
            LOG.warn("{}; further ones are logged at debug level", what, error);
        }
    }

    /** Collects what a watcher needs. Not thread-safe. */
    public static final class Builder {

        private final WatchPolicy policy;
        private final ProfileBook book;
        private final NodeDirectory directory;
        private Function<Node, String> peers = node -> node.id().service();
        private Chain chain = Chain.none();
        private TimeSource time = TimeSource.system();
        private @Nullable Function<Task, Evaluation> evaluations;

        private Builder(WatchPolicy policy, ProfileBook book, NodeDirectory directory) {
            this.policy = policy;
            this.book = book;
            this.directory = directory;
        }

        /**
         * Sets how an evaluation of a task is prepared: transport, model interface, rates, retries. Required. It makes a new one at
         * each call; nodes, sampling, seed, budget and time are the watcher's.
         */
        public Builder evaluations(Function<Task, Evaluation> evaluations) {
            this.evaluations = evaluations;
            return this;
        }

        /** Sets what comparable nodes have in common, their service by default: they are ranked against each other. */
        public Builder peers(Function<Node, String> peers) {
            this.peers = peers;
            return this;
        }

        /** Sets where blocks and sessions are read, {@link Chain#none()} by default. */
        public Builder chain(Chain chain) {
            this.chain = chain;
            return this;
        }

        /** Sets the source of time, the machine's by default. */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Starts the watch, with a first look at once.
         *
         * @throws IllegalArgumentException if nothing prepares evaluations
         */
        public Watcher start() {
            if (evaluations == null) {
                throw new IllegalArgumentException("A watcher needs to know how nodes are asked, set it with"
                        + " evaluations(task -> Evaluation.of(task).transport(transport).api(api)).");
            }
            Watcher watcher = new Watcher(this, evaluations);
            watcher.schedule(Duration.ZERO);
            return watcher;
        }
    }
}
