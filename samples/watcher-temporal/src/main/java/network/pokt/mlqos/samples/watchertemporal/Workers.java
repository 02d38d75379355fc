package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/** Starts workers: they take workflows and samples from a queue for as long as they run. */
final class Workers {

    /** Samples that one worker measures at once; each waits on a thread. */
    private static final int SAMPLES_AT_ONCE = 32;

    /** How long a workflow waits for the worker that remembers it before another one replays its history. */
    private static final Duration LOYALTY = Duration.ofSeconds(1);

    private Workers() {}

    static WorkerFactory start(WorkflowClient client, String queue, FleetActivities fleet, SampleActivities samples) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(
                queue,
                WorkerOptions.newBuilder()
                        .setMaxConcurrentActivityExecutionSize(SAMPLES_AT_ONCE)
                        .setStickyQueueScheduleToStartTimeout(LOYALTY)
                        .build());
        worker.registerWorkflowImplementationTypes(FleetWorkflowImpl.class, NodeWorkflowImpl.class);
        worker.registerActivitiesImplementations(fleet, samples);
        factory.start();
        return factory;
    }
}
