package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Measures one node in one epoch. */
@WorkflowInterface
public interface NodeWorkflow {

    /** Ends when every item has its measurement in the store. */
    @WorkflowMethod
    void measure(NodeEpoch epoch);

    /** Returns how many items still have none. */
    @QueryMethod
    int left();
}
