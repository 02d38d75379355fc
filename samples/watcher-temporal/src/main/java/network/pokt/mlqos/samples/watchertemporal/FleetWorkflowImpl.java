package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/**
 * Starts a workflow for each node, then sleeps until the next epoch. It does not wait for them: a node that is slow does not hold
 * up the others' next epoch, and an epoch that was started twice is one, by the ids of its workflows.
 */
public final class FleetWorkflowImpl implements FleetWorkflow {

    private final FleetActivities fleet = Workflow.newActivityStub(
            FleetActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());

    @Override
    public void watch(long epochMillis) {
        long epoch = Math.floorDiv(Workflow.currentTimeMillis(), epochMillis);
        List<Promise<Boolean>> started =
                fleet.due(epoch).stream().map(FleetWorkflowImpl::start).toList();
        started.forEach(Promise::get);
        Workflow.sleep(Duration.ofMillis((epoch + 1) * epochMillis - Workflow.currentTimeMillis()));
        Workflow.continueAsNew(epochMillis);
    }

    /** Returns whether it was started now. */
    private static Promise<Boolean> start(NodeEpoch epoch) {
        NodeWorkflow node = Workflow.newChildWorkflowStub(
                NodeWorkflow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(epoch.workflowId())
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .build());
        Async.procedure(node::measure, epoch);
        return Workflow.getWorkflowExecution(node).handle((execution, failure) -> {
            if (failure != null && !(failure instanceof ChildWorkflowFailure)) {
                throw failure;
            }
            return failure == null;
        });
    }
}
