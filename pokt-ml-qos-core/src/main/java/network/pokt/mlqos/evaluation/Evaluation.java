package network.pokt.mlqos.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Measures nodes on tasks: any tasks times any nodes, the same samples for every node.
 *
 * <pre>{@code
 * EvaluationReport report = Evaluation.of(task)
 *     .transport(transport).nodes(NodeDirectory.of(a, b)).api(api)
 *     .samples(50).seed(7).concurrency(16)
 *     .onEvent(ProgressBar.to(System.err))
 *     .run();
 * report.of(a).score("exact_match");    // 0.62, 95 % interval 0.48..0.74, n = 50
 * }</pre>
 *
 * <p>Whatever the caller got wrong is said before the first relay is sent. From then on nothing throws: a relay that fails is
 * data with a cause. Memory does not grow with the number of samples beyond a few bits for each.
 *
 * <p>A builder: not thread-safe, and good for any number of runs.
 */
public final class Evaluation {

    private final List<Task> tasks;
    private final List<EvaluationListener> listeners = new ArrayList<>();
    private @Nullable RelayTransport transport;
    private @Nullable NodeDirectory directory;
    private @Nullable Function<Node, ModelApi> api;
    private Function<Node, Rate> rates = node -> Rate.free("USD");
    private @Nullable Integer samples;
    private long seed;
    private @Nullable Sampling sampling;
    private int concurrency = 16;
    private int totalConcurrency = 256;
    private RetryRule retry = RetryRule.DEFAULT;
    private Duration sampleTimeout = Duration.ofMinutes(5);
    private @Nullable Duration runTimeout;
    private Budget budget = Budget.unlimited();
    private @Nullable Path journal;
    private boolean probing;
    private TimeSource time = TimeSource.system();

    private Evaluation(List<Task> tasks) {
        this.tasks = tasks;
    }

    /** Begins an evaluation of these tasks, which are asked one after the other. */
    public static Evaluation of(Task... tasks) {
        return of(List.of(tasks));
    }

    /** Begins an evaluation of these tasks, which are asked one after the other. */
    public static Evaluation of(List<Task> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("An evaluation needs at least one task.");
        }
        Set<String> names = new HashSet<>();
        for (Task task : tasks) {
            if (!names.add(task.name())) {
                throw new IllegalArgumentException("Task " + task.name() + " is given twice, remove one of the two.");
            }
            if (task.size() == 0) {
                throw new IllegalArgumentException("Task " + task.name() + " has no documents, check its data files.");
            }
        }
        return new Evaluation(List.copyOf(tasks));
    }

    /** Sets what carries the relays. Required; closing it stays with the caller. */
    public Evaluation transport(RelayTransport transport) {
        this.transport = transport;
        return this;
    }

    /** Sets whom to measure. Required; the directory is asked once, when the run starts. */
    public Evaluation nodes(NodeDirectory directory) {
        this.directory = directory;
        return this;
    }

    /** Sets how models are spoken to, the same way for every node. Required, unless given per node. */
    public Evaluation api(ModelApi api) {
        return apis(node -> api);
    }

    /** Sets how each node's model is spoken to, such as with a tokenizer of its own. */
    public Evaluation apis(Function<Node, ModelApi> apis) {
        this.api = apis;
        return this;
    }

    /** Sets what each node charges; free by default. */
    public Evaluation rates(Function<Node, Rate> rates) {
        this.rates = rates;
        return this;
    }

    /** Asks so many samples of each task, drawn at random by the {@linkplain #seed seed}; all of them by default. */
    public Evaluation samples(int samples) {
        this.sampling = null;
        this.samples = samples;
        return this;
    }

    /** Sets what decides every random choice of the run: which samples, and the jitter of retries. 0 by default. */
    public Evaluation seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Chooses samples in another way than at random. */
    public Evaluation sampling(Sampling sampling) {
        this.samples = null;
        this.sampling = sampling;
        return this;
    }

    /** Sets how many relays may be in flight at each node, 16 by default. */
    public Evaluation concurrency(int concurrency) {
        this.concurrency = positive("The concurrency per node", concurrency);
        return this;
    }

    /** Sets how many relays may be in flight at all nodes together, 256 by default. */
    public Evaluation totalConcurrency(int totalConcurrency) {
        this.totalConcurrency = positive("The total concurrency", totalConcurrency);
        return this;
    }

    /** Sets when a failed relay is sent again, {@link RetryRule#DEFAULT} by default. */
    public Evaluation retry(RetryRule retry) {
        this.retry = retry;
        return this;
    }

    /** Sets how long one sample may take from its first relay to its last, retries and pauses included; 5 minutes by default. */
    public Evaluation sampleTimeout(Duration timeout) {
        this.sampleTimeout = positive("The timeout of a sample", timeout);
        return this;
    }

    /** Ends the run after {@code timeout}, with what was concluded until then; unlimited by default. */
    public Evaluation runTimeout(Duration timeout) {
        this.runTimeout = positive("The timeout of a run", timeout);
        return this;
    }

    /** Ends the run before more than this is spent, with what was concluded until then; unlimited by default. */
    public Evaluation budget(Budget budget) {
        this.budget = budget;
        return this;
    }

    /**
     * Keeps a journal in {@code file}, from which the same evaluation resumes after the process was killed: nothing is lost,
     * nothing counted twice. A file that does not exist is begun; nothing is written elsewhere.
     */
    public Evaluation journal(Path file) {
        this.journal = file;
        return this;
    }

    /**
     * Sets whether nodes that are about to be asked for log-likelihoods are asked first whether they can give them, with one
     * relay each that no budget or report counts; they are not by default. {@link #start} then waits for their answers. A node that
     * cannot fails its log-likelihood samples with {@link network.pokt.mlqos.transport.FaultCause#INCAPABLE}, without a
     * relay; the reason is in {@link NodeReport#likelihoods()}.
     */
    public Evaluation probeLikelihoods(boolean probing) {
        this.probing = probing;
        return this;
    }

    /** Adds a listener, such as a {@link ProgressBar}. */
    public Evaluation onEvent(EvaluationListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Sets the source of time, the machine's by default. */
    public Evaluation time(TimeSource time) {
        this.time = time;
        return this;
    }

    /**
     * Runs the evaluation and waits for its report.
     *
     * @throws IllegalArgumentException if something required is missing or makes no sense, before any relay is sent
     * @throws UnsupportedAskException if a model interface cannot carry what a task asks, before any relay is sent
     * @throws JournalException if the journal cannot be read or belongs to another run, before any relay is sent; or if it cannot
     *     be written
     * @throws InterruptedException if the thread is interrupted; the run is then cancelled
     */
    public EvaluationReport run() throws InterruptedException {
        EvaluationRun run = start();
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.cancel();
            throw e;
        }
    }

    /** Starts the evaluation and returns a handle on it; throws what {@link #run} throws before any relay is sent. */
    public EvaluationRun start() {
        RelayTransport carrier = required(transport, "transport", "transport(OpenAiHttpTransport.create())");
        Plan plan = plan();
        boolean likelihoods = requireCarriable(plan);
        if (probing && likelihoods) {
            plan = plan.withSeats(new Probing(carrier, time, retry, seed).of(plan.seats()));
        }
        Tallies tallies = new Tallies(plan);
        Journal opened = journal == null
                ? null
                : Journal.open(journal, PlanLines.of(plan), line -> JournalLines.replay(line, tallies), time);
        Engine engine = new Engine(plan, carrier, time, tallies, opened, new Announcer(listeners));
        engine.start();
        return new EvaluationRun(engine);
    }

    private Plan plan() {
        Function<Node, ModelApi> apis = required(api, "model interface", "api(ModelApi.completions().build())");
        List<Node> nodes =
                required(directory, "node", "nodes(NodeDirectory.of(node))").nodes();
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("The directory knows no node right now, so there is nobody to measure.");
        }
        List<Plan.Seat> seats = nodes.stream()
                .map(node -> new Plan.Seat(node, apis.apply(node), rates.apply(node)))
                .toList();
        return new Plan(
                seats,
                tasks,
                sampling(),
                seed,
                concurrency,
                totalConcurrency,
                retry,
                sampleTimeout,
                Optional.ofNullable(runTimeout),
                budget);
    }

    private Sampling sampling() {
        if (sampling != null) {
            return sampling;
        }
        return samples == null ? Sampling.all() : Sampling.random(samples, seed);
    }

    /**
     * Tries the first sample of each task on each node's interface, without sending it, and returns whether any task asks for
     * log-likelihoods.
     */
    private static boolean requireCarriable(Plan plan) {
        boolean likelihoods = false;
        for (Task task : plan.tasks()) {
            Iterator<Sample> samples = task.samples(plan.sampling());
            if (!samples.hasNext()) {
                throw new IllegalArgumentException("No sample of task " + task.name() + " is chosen by "
                        + plan.sampling() + "; it has " + task.size() + " documents.");
            }
            List<Ask> asks = samples.next().asks();
            likelihoods |= !(asks.get(0) instanceof Ask.Generate);
            for (Plan.Seat seat : plan.seats()) {
                seat.api()
                        .relays(asks, seat.node())
                        .asks()
                        .forEach(ask -> seat.api().exchange(ask, seat.node()));
            }
        }
        return likelihoods;
    }

    private static <T> T required(@Nullable T value, String what, String remedy) {
        if (value == null) {
            throw new IllegalArgumentException("An evaluation needs a " + what + ", set it with " + remedy + ".");
        }
        return value;
    }

    private static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + value + ".");
        }
        return value;
    }

    private static Duration positive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be positive, got " + value + ".");
        }
        return value;
    }
}
