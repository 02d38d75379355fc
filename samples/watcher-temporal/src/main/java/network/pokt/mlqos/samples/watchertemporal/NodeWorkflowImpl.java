package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the store what is missing and has workers measure it, so many samples at once.
 *
 * <p>A workflow remembers each sample in its history, which Temporal bounds; after {@value #MOST_SAMPLES} samples it goes on as a
 * new one. Whatever it forgets by that is in the store.
 */
public final class NodeWorkflowImpl implements NodeWorkflow {

    /** A sample is some 6 events at most, and Temporal warns from 10,240 events on. */
    static final int MOST_SAMPLES = 1_000;

    /** A sample gives up after 5 minutes by itself. */
    private static final Duration LONGEST_SAMPLE = Duration.ofMinutes(6);

    private static final RetryOptions RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofMinutes(1))
            .build();

    private int left;

    @Override
    public void measure(NodeEpoch epoch) {
        SampleActivities activities = Workflow.newActivityStub(
                SampleActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(LONGEST_SAMPLE)
                        .setHeartbeatTimeout(epoch.silence())
                        .setRetryOptions(RETRIES)
                        .build());
        List<Integer> missing = activities.missing(epoch);
        left = missing.size();
        List<Promise<Void>> underWay = new ArrayList<>();
        for (int item : missing.subList(0, Math.min(left, MOST_SAMPLES))) {
            if (underWay.size() == epoch.concurrency()) {
                await(underWay);
            }
            underWay.add(Async.procedure(activities::measure, epoch.sample(item)));
        }
        while (!underWay.isEmpty()) {
            await(underWay);
        }
        if (left > 0) {
            Workflow.continueAsNew(epoch);
        }
    }

    /** Waits until a sample is done; one that failed for good ends the workflow. */
    private void await(List<Promise<Void>> underWay) {
        Promise.anyOf(underWay).get();
        int before = underWay.size();
        underWay.removeIf(Promise::isCompleted);
        left -= before - underWay.size();
    }

    @Override
    public int left() {
        return left;
    }
}
