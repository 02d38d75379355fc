package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Has every node measured anew in each epoch, until it is cancelled. */
@WorkflowInterface
public interface FleetWorkflow {

    /**
     * Watches until it is cancelled.
     *
     * @param epochMillis how long an epoch is; epochs are counted from 1970
     */
    @WorkflowMethod
    void watch(long epochMillis);
}
