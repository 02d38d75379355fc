package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationEvent.SampleConcluded;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.EvaluationRun;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultRecorder;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.Blame;

/** Measures samples by evaluations of one sample each, into a store that all workers share. Thread-safe. */
final class Measuring implements SampleActivities {

    /** How often a worker says that it lives, within the time after which it is taken for dead. */
    private static final int BEATS = 4;

    private final Task task;
    private final ResultStore store;
    private final Function<Task, Evaluation> evaluations;

    /**
     * Creates what a worker does.
     *
     * @param evaluations prepares an evaluation: transport and model interface
     */
    Measuring(Task task, ResultStore store, Function<Task, Evaluation> evaluations) {
        this.task = task;
        this.store = store;
        this.evaluations = evaluations;
    }

    @Override
    public List<Integer> missing(NodeEpoch epoch) {
        Set<Integer> kept = kept(epoch.epoch(), epoch.node());
        return epoch.items().stream().filter(item -> !kept.contains(item)).toList();
    }

    private Set<Integer> kept(String epoch, Target node) {
        Set<Integer> kept = new HashSet<>();
        Query query = Query.builder()
                .node(node.id())
                .task(task.name())
                .epoch(epoch)
                .limit(Query.LARGEST_LIMIT)
                .build();
        store.forEach(query, measurement -> kept.add(measurement.sample()));
        return kept;
    }

    @Override
    public void measure(SampleKey key) {
        if (!key.task().equals(task.fingerprint())) {
            throw ApplicationFailure.newFailure(
                    "This worker's task is '" + task.fingerprint() + "', asked for is '" + key.task()
                            + "'; start it with the same settings as the others.",
                    "OtherTask");
        }
        ActivityExecutionContext context = Activity.getExecutionContext();
        boolean again = context.getInfo().getAttempt() > 1;
        if (again && kept(key.epoch(), key.node()).contains(key.item())) {
            return; // An attempt before this one was thought dead and was not.
        }
        try (ResultRecorder recorder = ResultRecorder.builder(store, key.epoch(), TimeSource.system())
                .task(task)
                .batch(1)
                .build()) {
            EvaluationRun run = evaluations
                    .apply(task)
                    .nodes(NodeDirectory.of(key.node().node()))
                    .sampling(Sampling.of(key.item()))
                    .onEvent(event -> {
                        if (!(event instanceof SampleConcluded sample && isOurs(sample))) {
                            recorder.on(event);
                        }
                    })
                    .start();
            requireConcluded(key, await(run, context));
        }
    }

    private static boolean isOurs(SampleConcluded sample) {
        return sample.cause().filter(cause -> cause.blame() == Blame.OURS).isPresent();
    }

    /** Waits for the sample and says meanwhile that this worker lives; cancels it if nobody waits for it any more. */
    private static EvaluationReport await(EvaluationRun run, ActivityExecutionContext context) {
        long pause = context.getInfo().getHeartbeatTimeout().toMillis() / BEATS;
        CompletableFuture<EvaluationReport> report = run.future();
        while (true) {
            try {
                return report.get(pause, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                heartbeat(run, context);
            } catch (ExecutionException e) {
                throw ApplicationFailure.newFailureWithCause("The sample could not be measured.", "Unmeasured", e);
            } catch (InterruptedException e) {
                run.cancel();
                Thread.currentThread().interrupt();
                throw ApplicationFailure.newFailureWithCause("The worker is being stopped.", "Stopped", e);
            }
        }
    }

    private static void heartbeat(EvaluationRun run, ActivityExecutionContext context) {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException e) {
            run.cancel();
            throw e;
        }
    }

    private void requireConcluded(SampleKey key, EvaluationReport report) {
        report.nodes().get(0).task(task.name()).failedSamples().keySet().stream()
                .filter(cause -> cause.blame() == Blame.OURS)
                .findFirst()
                .ifPresent(cause -> {
                    throw ApplicationFailure.newFailure(
                            "Item " + key.item() + " was not asked of "
                                    + key.node().id() + ": " + cause,
                            cause.name());
                });
    }
}
