package network.pokt.mlqos.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.EvaluationRun;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.TaskProfile;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
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
    private final Function<Node, String> peers;
    private final Chain chain;
    private final TimeSource time;
    private final Due due;
    private final HourlyAllowance allowance;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<NodeId, Watch> watches = new LinkedHashMap<>();
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
        this.peers = builder.peers;
        this.chain = builder.chain;
        this.time = builder.time;
        this.due = new Due(policy);
        this.allowance = new HourlyAllowance(policy.perHour());
        for (int task = 0; task < policy.tasks().size(); task++) {
            places.put(policy.tasks().get(task).task().name(), task);
        }
    }

    /** Begins a watcher that writes to {@code book} what it sees of the nodes of {@code directory}. */
    public static Builder builder(WatchPolicy policy, ProfileBook book, NodeDirectory directory) {
        return new Builder(policy, book, directory);
    }

    /** Returns the nodes under watch, absent ones included. */
    public synchronized Set<NodeId> nodes() {
        return Set.copyOf(watches.keySet());
    }

    /** Returns the errands that are under way. */
    public synchronized List<Errand> underWay() {
        return outings.stream().map(outing -> outing.errand).toList();
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
        attend(present, now);
        List<Errand> errands = due.next(pairs(now), now, allowance.relaysLeft(now.time()));
        for (int i = 0; i < errands.size(); i++) {
            Optional<HourlyAllowance.Grant> grant = allowance.take(errands.size() - i, now.time());
            if (grant.isEmpty()) {
                break;
            }
            send(errands.get(i), grant.get(), now);
        }
    }

    private void attend(List<Node> present, Moment now) {
        watches.values().forEach(watch -> watch.present = false);
        for (Node node : present) {
            Watch watch = watches.computeIfAbsent(
                    node.id(), id -> new Watch(node, policy.tasks().size()));
            watch.node = node;
            watch.present = true;
            watch.seen = now.time();
        }
        Instant before = now.time().minus(policy.forgetAfter());
        for (Iterator<Watch> all = watches.values().iterator(); all.hasNext(); ) {
            Watch watch = all.next();
            if (watch.seen.isBefore(before)) {
                all.remove();
                book.forget(watch.node.id());
            }
        }
    }

    private List<Pair> pairs(Moment now) {
        long epoch = policy.epochOf(now);
        Instant before = now.time().minus(policy.reread());
        List<Pair> pairs = new ArrayList<>(watches.size() * places.size());
        for (Watch watch : watches.values()) {
            Node node = watch.node;
            String group = peers.apply(node);
            for (int task = 0; task < watch.tracks.length; task++) {
                Track track = watch.tracks[task];
                if (track.begins(epoch)) {
                    track.begin(epoch, askedSince(node.id(), task, epoch));
                }
                if (track.stale(before)) {
                    reread(track, node.id(), policy.tasks().get(task), now.time());
                }
                pairs.add(new Pair(
                        node.id(),
                        task,
                        group,
                        watch.present,
                        track.ready(),
                        track.accuracy(),
                        track.underWay,
                        track.last,
                        track.asked()));
            }
        }
        return pairs;
    }

    /** Counts what this epoch saw already, as before a restart of the process. */
    private int askedSince(NodeId node, int task, long epoch) {
        Instant begin = Instant.ofEpochMilli(epoch * policy.epoch().toMillis());
        String name = policy.tasks().get(task).task().name();
        return (int) book.scores(node, name).stream()
                .filter(sample -> !sample.at().isBefore(begin))
                .count();
    }

    private void reread(Track track, NodeId node, WatchPolicy.Watched watched, Instant now) {
        Estimate accuracy =
                book.of(node, watched.task().name()).map(TaskProfile::accuracy).orElseGet(Estimate::none);
        List<Requirement> requirements = watched.policy().requirements();
        Optional<NodeProfile> profile = requirements.isEmpty() ? Optional.empty() : book.of(node);
        boolean ready = requirements.stream()
                .allMatch(requirement -> requirement.missing(profile).isEmpty());
        track.remember(accuracy, ready, now);
    }

    private void send(Errand errand, HourlyAllowance.Grant grant, Moment now) {
        Watch watch = watches.get(errand.node());
        Integer place = places.get(errand.task());
        if (watch == null || place == null) {
            return;
        }
        Outing outing = new Outing(errand, grant, policy.epochOf(now));
        watch.tracks[place].sent(errand.items().size(), now);
        outings.add(outing);
        Node node = watch.node;
        try {
            EvaluationRun run = evaluations
                    .apply(policy.tasks().get(place).task())
                    .nodes(NodeDirectory.of(node))
                    .sampling(Sampling.of(
                            errand.items().stream().mapToInt(Integer::intValue).toArray()))
                    .seed(Mix.of(policy.seed(), now.time().toEpochMilli()))
                    .budget(grant.budget())
                    .time(time)
                    .onEvent(book)
                    .onEvent(outing::on)
                    .start();
            outing.run = run;
            CompletableFuture<EvaluationReport> unused =
                    run.future().whenComplete((report, error) -> end(outing, report, error));
        } catch (RuntimeException e) {
            end(outing, null, e);
        }
    }

    private synchronized void end(Outing outing, @Nullable EvaluationReport report, @Nullable Throwable error) {
        outings.remove(outing);
        if (error != null) {
            warn("An errand to " + outing.errand.node() + " for " + outing.errand.task() + " failed", error);
        }
        // Without a report nobody knows what was spent; then it may have been all that was granted.
        HourlyAllowance.Amount spent = report == null
                ? outing.grant.amount()
                : report.nodes().stream()
                        .findFirst()
                        .map(node -> new HourlyAllowance.Amount(
                                node.spend().relays(), node.spend().tokens(), node.cost()))
                        .orElseGet(outing.grant::amount);
        allowance.settle(outing.grant, spent, time.now());
        Watch watch = watches.get(outing.errand.node());
        if (watch != null) {
            for (Track track : watch.tracks) {
                track.outdate();
            }
            watch.tracks[places.getOrDefault(outing.errand.task(), 0)].ended(outing.epoch, outing.unasked());
        }
    }

    private synchronized void warn(String what, Throwable error) {
        if (warned) {
            LOG.debug("{}", what, error);
        } else {
            warned = true;
            LOG.warn("{}; further ones are logged at debug level", what, error);
        }
    }

    /** One node under watch. */
    private static final class Watch {

        private Node node;
        private boolean present;
        private Instant seen = Instant.MIN;
        private final Track[] tracks;

        Watch(Node node, int tasks) {
            this.node = node;
            this.tracks = new Track[tasks];
            for (int task = 0; task < tasks; task++) {
                tracks[task] = new Track();
            }
        }
    }

    /** One errand under way. */
    private static final class Outing {

        /** Other failures of ours would only come again, and hold up the items behind them. */
        private static final Set<FaultCause> NEVER_ASKED =
                Set.of(FaultCause.OUT_OF_BUDGET, FaultCause.CANCELLED, FaultCause.DEADLINE);

        private final Errand errand;
        private final HourlyAllowance.Grant grant;
        private final long epoch;
        private final Set<Integer> asked = new HashSet<>();
        private volatile @Nullable EvaluationRun run;

        Outing(Errand errand, HourlyAllowance.Grant grant, long epoch) {
            this.errand = errand;
            this.grant = grant;
            this.epoch = epoch;
        }

        void on(EvaluationEvent event) {
            if (event instanceof EvaluationEvent.SampleConcluded sample
                    && sample.cause().filter(NEVER_ASKED::contains).isEmpty()) {
                synchronized (this) {
                    asked.add(sample.sample().index());
                }
            }
        }

        /** Returns how many items there are from the first one on that was not asked; asking one of them twice does no harm. */
        synchronized int unasked() {
            int first = 0;
            while (first < errand.items().size()
                    && asked.contains(errand.items().get(first))) {
                first++;
            }
            return errand.items().size() - first;
        }

        void cancel() {
            EvaluationRun started = run;
            if (started != null) {
                started.cancel();
            }
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
