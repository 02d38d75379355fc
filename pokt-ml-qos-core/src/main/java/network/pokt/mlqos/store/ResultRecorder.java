package network.pokt.mlqos.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationEvent.SampleConcluded;
import network.pokt.mlqos.evaluation.EvaluationListener;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;

/**
 * Writes what an evaluation concludes into a store. Thread-safe.
 *
 * <pre>{@code
 * try (ResultRecorder recorder = ResultRecorder.builder(store, "run-7", time).task(task).build()) {
 *     evaluation.onEvent(recorder).run();
 * }
 * }</pre>
 *
 * <p>Ids are made of the epoch, the node, the task and the sample, so a run under the same name counts nothing twice. A watch
 * that goes on for good asks an item again one day: give it {@linkplain Builder#epochs epochs}. A sample that was left unasked
 * for a reason of ours is no measurement; it counts when it is asked.
 *
 * Measurements are handed over in batches, the last one when the run ends and on {@link #close()}; a batch that the store does
 * not take is kept and handed over again with the next. A process that is killed loses the batch it was collecting: take
 * batches of one where that is too much.
 */
public final class ResultRecorder implements EvaluationListener, AutoCloseable {

    private final ResultStore store;
    private final String run;
    private final TimeSource time;
    private final long epochMillis;
    private final int batch;
    private final int room;
    private final Map<String, List<Measure>> measures;
    private final Map<NodeId, Rate> rates;
    private final List<Measurement> waiting = new ArrayList<>();
    private long lost;

    private ResultRecorder(Builder builder) {
        this.store = builder.store;
        this.run = builder.run;
        this.time = builder.time;
        this.epochMillis = builder.epochMillis;
        this.batch = builder.batch;
        this.room = Math.max(batch, Builder.MOST_WAITING);
        this.measures = Map.copyOf(builder.measures);
        this.rates = Map.copyOf(builder.rates);
    }

    /**
     * Begins a recorder.
     *
     * @param run the run's name, different for each run of a store; it becomes the epoch of its measurements, or begins it
     */
    public static Builder builder(ResultStore store, String run, TimeSource time) {
        return new Builder(store, run, time);
    }

    @Override
    public void on(EvaluationEvent event) {
        if (event instanceof SampleConcluded concluded) {
            boolean ours =
                    concluded.cause().filter(cause -> !cause.countsAsWrong()).isPresent();
            if (!ours || concluded.spend().relays() > 0) {
                take(measurement(concluded, ours));
            }
        } else if (event instanceof EvaluationEvent.Ended) {
            flush();
        }
    }

    private void take(Measurement measurement) {
        synchronized (waiting) {
            if (waiting.size() == room) {
                lost++;
                return;
            }
            waiting.add(measurement);
            if (waiting.size() % batch != 0) {
                return;
            }
        }
        flush();
    }

    /**
     * Hands over what was collected.
     *
     * @throws StoreException if the store does not take it; it is kept for the next time
     */
    public void flush() {
        List<Measurement> ready;
        synchronized (waiting) {
            ready = List.copyOf(waiting);
        }
        store.append(ready);
        synchronized (waiting) {
            // Two flushes at once may hand over the same ones, which the store counts once.
            waiting.removeAll(new HashSet<>(ready));
        }
    }

    /** Returns how many measurements had to be let go because the store has taken nothing for too long. */
    public long lost() {
        synchronized (waiting) {
            return lost;
        }
    }

    /** Hands over the rest. */
    @Override
    public void close() {
        flush();
    }

    private Measurement measurement(SampleConcluded concluded, boolean ours) {
        NodeId node = concluded.node().id();
        int sample = concluded.sample().index();
        Instant now = time.now();
        String epoch = epoch(now);
        // What it cost is kept, under an id that leaves room for the sample when it is asked again.
        String id = Ids.of(ours ? epoch + " until " + now : epoch, node, concluded.task(), sample);
        Measurement.Builder builder = Measurement.builder(id, node, concluded.task(), sample, now)
                .epoch(epoch)
                .spend(concluded.spend())
                .total(concluded.elapsed())
                .finding(concluded
                        .score()
                        .<Finding>map(score -> new Finding.Scored(values(concluded.task(), score)))
                        .orElseGet(() -> new Finding.Failed(concluded.cause().orElseThrow())));
        Rate rate = rates.get(node);
        if (rate != null) {
            builder.charge(new Charge(
                    rate.currency(),
                    rate.cost(
                            concluded.spend().relays(),
                            Math.max(0, concluded.spend().promptTokens()),
                            Math.max(0, concluded.spend().completionTokens()))));
        }
        return builder.build();
    }

    private String epoch(Instant now) {
        return epochMillis == 0
                ? run
                : run + " " + Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), epochMillis) * epochMillis);
    }

    private Map<String, Double> values(String task, Score score) {
        List<Measure> names = measures.getOrDefault(task, List.of());
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < score.size() && i < Finding.Scored.MOST_VALUES; i++) {
            if (score.item(i) instanceof Number number && Double.isFinite(number.doubleValue())) {
                values.put(i < names.size() ? names.get(i).toString() : "measure " + i, number.doubleValue());
            }
        }
        return values;
    }

    /** Collects the settings of a recorder. Not thread-safe. */
    public static final class Builder {

        /** What a store that is away for a while may leave behind in memory. */
        private static final int MOST_WAITING = 100_000;

        private final ResultStore store;
        private final String run;
        private final TimeSource time;
        private final Map<String, List<Measure>> measures = new HashMap<>();
        private final Map<NodeId, Rate> rates = new HashMap<>();
        private int batch = 100;
        private long epochMillis;

        private Builder(ResultStore store, String run, TimeSource time) {
            this.store = store;
            this.run = Texts.check("run's name", run);
            this.time = time;
        }

        /** Names a task of the run, from which its values get the names of its measures; they are numbered otherwise. */
        public Builder task(Task task) {
            measures.put(task.name(), List.copyOf(task.measures()));
            return this;
        }

        /** Says what a node charges, so that its measurements say what they cost. */
        public Builder rate(NodeId node, Rate rate) {
            rates.put(node, rate);
            return this;
        }

        /**
         * Makes an epoch of each such span of time, named after the run and its beginning, so that an item which is asked again in
         * a later one counts again; the whole run is one epoch by default. For a watch take {@code policy.epoch()}.
         *
         * @param length at least a millisecond
         */
        public Builder epochs(Duration length) {
            if (length.toMillis() < 1) {
                throw new IllegalArgumentException("An epoch lasts at least a millisecond, got " + length + ".");
            }
            this.epochMillis = length.toMillis();
            return this;
        }

        /** Hands over so many measurements at a time, at least 1; 100 by default. */
        public Builder batch(int batch) {
            if (batch < 1) {
                throw new IllegalArgumentException("A batch has at least 1 measurement, got " + batch + ".");
            }
            this.batch = batch;
            return this;
        }

        public ResultRecorder build() {
            ResultRecorder recorder = new ResultRecorder(this);
            Texts.check("name of the run with the beginning of an epoch", recorder.epoch(time.now()));
            return recorder;
        }
    }
}
