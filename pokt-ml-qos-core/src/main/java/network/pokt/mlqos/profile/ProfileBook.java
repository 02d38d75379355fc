package network.pokt.mlqos.profile;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationListener;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.price.UsageCheck;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.PairedDifference;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;

/**
 * What is known of every node: measurements and traffic write it, everybody else reads {@linkplain NodeProfile profiles}.
 *
 * <pre>{@code
 * ProfileBook book = ProfileBook.builder(TimeSource.system()).build();
 * Evaluation.of(task).onEvent(book) ... .run();
 * book.of(node.id()).orElseThrow().accuracy("gsm8k");
 * book.difference(a, b, "gsm8k");      // a minus b on the items that both were asked
 * }</pre>
 *
 * <p>For each node and task it keeps a {@linkplain WindowRule window} of samples; what has expired is gone from the next profile
 * on, whether or not anything new came. A failure counts as a wrong answer unless it is ours, then it is no sample at all.
 * Relays count for reliability and latency over a horizon, from half of it to all of it. Alarms are only held here; one that
 * voids scores drops the samples from before the change.
 *
 * <p>Memory is bounded by the nodes, the tasks and the windows: 8 bytes for a sample, 50 bytes for a window, some 4 KB for a
 * node's relays and bills; {@link #bytes(NodeId)} says it exactly. Beyond the most nodes the one that was written longest ago
 * makes room. Thread-safe; a write locks one node for well below a microsecond.
 */
public final class ProfileBook implements ProfileSource, EvaluationListener {

    private final TimeSource time;
    private final Duration horizon;
    private final int mostNodes;
    private final Tasks tasks;
    private final Map<NodeId, NodeRecord> nodes = new ConcurrentHashMap<>();

    private ProfileBook(Builder builder) {
        this.time = builder.time;
        this.horizon = builder.horizon;
        this.mostNodes = builder.mostNodes;
        this.tasks = new Tasks(builder.window, builder.windows);
    }

    /** Begins a book whose clock is {@code time}. */
    public static Builder builder(TimeSource time) {
        return new Builder(time);
    }

    @Override
    public Optional<NodeProfile> of(NodeId id) {
        return Optional.ofNullable(nodes.get(id)).map(node -> node.profile(time.now()));
    }

    /** Returns what is known of a node on one task, without the cost of a whole profile. */
    public Optional<TaskProfile> of(NodeId id, String task) {
        return Optional.ofNullable(nodes.get(id)).flatMap(node -> node.task(task, time.now()));
    }

    /** Returns the nodes of which anything was seen, in order. */
    public SortedSet<NodeId> nodes() {
        return new TreeSet<>(nodes.keySet());
    }

    /** Takes what an evaluation saw: every relay, and every sample with what was spent for it. */
    @Override
    public void on(EvaluationEvent event) {
        if (event instanceof EvaluationEvent.AttemptEnded attempt) {
            record(attempt.node().id(), observed(attempt));
        } else if (event instanceof EvaluationEvent.SampleConcluded sample) {
            NodeId id = sample.node().id();
            sample.score()
                    .ifPresent(score ->
                            recordScore(id, sample.task(), sample.sample().index(), score));
            sample.cause()
                    .ifPresent(cause ->
                            recordFailure(id, sample.task(), sample.sample().index(), cause));
            record(id).spent(sample.spend(), time.now());
        }
    }

    private static RelayObservation observed(EvaluationEvent.AttemptEnded attempt) {
        return attempt.arrival()
                .map(arrival -> new RelayObservation(
                        attempt.cause(),
                        attempt.total(),
                        arrival.firstToken(),
                        arrival.contentEvents(),
                        arrival.promptTokens(),
                        arrival.completionTokens()))
                .orElseGet(() -> attempt.cause()
                        .map(cause -> RelayObservation.failed(cause, attempt.total()))
                        .orElseGet(() -> RelayObservation.answered(attempt.total())));
    }

    /** Takes one relay, such as one of a router. */
    public void record(NodeId node, RelayObservation relay) {
        record(node).relay(relay, time.now());
    }

    /** Takes the score of an answered sample: the first measure of its task. A measure that is no number is left out. */
    public void recordScore(NodeId node, String task, int item, Score score) {
        if (score.size() > 0 && score.item(0) instanceof Number number) {
            recordScore(node, task, item, number.doubleValue());
        }
    }

    /**
     * Takes the score of an answered sample.
     *
     * @param item the document's index in the task, from 0; an item counts once, with its latest sample
     * @param score finite
     */
    public void recordScore(NodeId node, String task, int item, double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("The score of sample " + item + " of " + task + " at " + node
                    + " must be finite, got " + score + "; record a failure instead.");
        }
        record(node).sample(task, item, time.now(), score, false);
    }

    /** Takes a sample that was not answered: wrong, unless the failure is ours and says nothing about the node. */
    public void recordFailure(NodeId node, String task, int item, FaultCause cause) {
        if (cause.countsAsWrong()) {
            record(node).sample(task, item, time.now(), 0, true);
        }
    }

    /** Takes the check of one bill; only what could be counted exactly has a part in the ratio. */
    public void recordBill(NodeId node, UsageCheck check) {
        check.completion().ifPresent(claim -> record(node).bill(claim, time.now()));
    }

    /** Takes what was spent on measuring a node otherwise than by an evaluation. */
    public void recordSpend(NodeId node, Spend spend) {
        record(node).spent(spend, time.now());
    }

    /** Holds an alarm against a node, in place of an earlier one of its kind. */
    public void raise(NodeId node, Alarm alarm) {
        record(node).raise(alarm);
    }

    /** Takes back the alarm of this kind, if there is one. */
    public void withdraw(NodeId node, Alarm.Kind kind) {
        Optional.ofNullable(nodes.get(node)).ifPresent(known -> known.withdraw(kind));
    }

    /** Returns the samples of a node's window that are not expired, from the oldest on. */
    public List<ItemScore> scores(NodeId node, String task) {
        NodeRecord known = nodes.get(node);
        return known == null ? List.of() : known.scores(task, time.now());
    }

    /** Returns how much better {@code first} scores than {@code second} on the items that both windows hold. */
    public Estimate difference(NodeId first, NodeId second, String task) {
        Map<Integer, Double> scores = new HashMap<>();
        scores(first, task).forEach(sample -> scores.put(sample.item(), sample.score()));
        PairedDifference difference = new PairedDifference();
        for (ItemScore other : scores(second, task)) {
            Double score = scores.get(other.item());
            if (score != null) {
                difference.add(score, other.score());
            }
        }
        return difference.estimate();
    }

    /** Forgets all of one node. */
    public void forget(NodeId node) {
        nodes.remove(node);
    }

    /** Forgets the nodes of which nothing was written for longer than this. */
    public void forgetSilent(Duration longer) {
        Instant before = time.now().minus(longer);
        nodes.values().removeIf(node -> node.lastWritten().isBefore(before));
    }

    /**
     * Takes all of another book, which stays as it is. The two must have seen different relays and samples: what both saw
     * counts twice in reliability, latency and spend. Of an alarm of one kind the stronger one stays.
     */
    public void merge(ProfileBook other) {
        Instant now = time.now();
        other.nodes.forEach((id, from) -> new RecordCopy(id, from, other.tasks, now).into(record(id)));
    }

    /**
     * Writes the book as JSON, one line for each node; what has expired is left out.
     *
     * @throws IOException if the writer does
     */
    public void save(Writer writer) throws IOException {
        for (NodeId id : nodes()) {
            NodeRecord node = nodes.get(id);
            if (node != null) {
                writer.write(ProfileLines.line(new RecordCopy(id, node, tasks, time.now())));
            }
        }
        writer.flush();
    }

    /**
     * Takes what a book wrote, as {@link #merge} does.
     *
     * @throws IOException if the reader does
     * @throws IllegalArgumentException if a line is not what a book writes; the lines before it are taken
     */
    public void load(Reader reader) throws IOException {
        ProfileLines.read(reader, time.now(), copy -> copy.into(record(copy.id())));
    }

    /** Returns the memory that a node takes in bytes, with object headers of 16 bytes and compressed pointers; 0 if unknown. */
    public long bytes(NodeId node) {
        NodeRecord known = nodes.get(node);
        return known == null ? 0 : known.bytes();
    }

    private NodeRecord record(NodeId id) {
        NodeRecord known = nodes.get(id);
        return known != null ? known : add(id);
    }

    private synchronized NodeRecord add(NodeId id) {
        if (nodes.size() >= mostNodes && !nodes.containsKey(id)) {
            nodes.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastWritten()))
                    .ifPresent(silent -> nodes.remove(silent.getKey()));
        }
        return nodes.computeIfAbsent(id, key -> new NodeRecord(id, tasks, horizon, time.now()));
    }

    /** Collects the rules of a book. Not thread-safe. */
    public static final class Builder {

        private final TimeSource time;
        private final Map<String, WindowRule> windows = new HashMap<>();
        private WindowRule window = WindowRule.DEFAULT;
        private Duration horizon = Duration.ofDays(7);
        private int mostNodes = 100_000;

        private Builder(TimeSource time) {
            this.time = time;
        }

        /** Sets the window of every task that has none of its own, {@link WindowRule#DEFAULT} by default. */
        public Builder window(WindowRule window) {
            this.window = window;
            return this;
        }

        /** Sets the window of one task. */
        public Builder window(String task, WindowRule window) {
            windows.put(task, window);
            return this;
        }

        /** Sets how far back relays count for reliability and latency, 7 days by default; at least 2 ms. */
        public Builder horizon(Duration horizon) {
            if (horizon.toMillis() < 2) {
                throw new IllegalArgumentException("The horizon of relays must be at least 2 ms, got " + horizon + ".");
            }
            this.horizon = horizon;
            return this;
        }

        /** Sets the most nodes to keep, 100,000 by default. */
        public Builder mostNodes(int mostNodes) {
            if (mostNodes < 1) {
                throw new IllegalArgumentException("A book keeps at least 1 node, got " + mostNodes + ".");
            }
            this.mostNodes = mostNodes;
            return this;
        }

        /** Returns an empty book. */
        public ProfileBook build() {
            return new ProfileBook(this);
        }
    }
}
