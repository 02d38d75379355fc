package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** What workers do. */
@ActivityInterface
public interface SampleActivities {

    /** Returns the items of an epoch that have no measurement in the store yet, in their order. */
    List<Integer> missing(NodeEpoch epoch);

    /**
     * Asks one sample and keeps its measurement. Whatever the node did wrong is a measurement too; what was ours to answer for is
     * none, and tried again.
     */
    void measure(SampleKey key);
}
