package network.pokt.mlqos.samples.watchertemporal;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** What a watch has to know of the fleet. */
@ActivityInterface
public interface FleetActivities {

    /** Returns what is to be measured in an epoch: for every node that is there now, the same items. */
    List<NodeEpoch> due(long epoch);
}
