package network.pokt.mlqos.samples.leaderboardsite.measure;

import java.time.Instant;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;

/**
 * An alarm against a node, and when the evidence was enough for it.
 *
 * @param raised when the last measurement that was needed ended
 */
public record RaisedAlarm(NodeId node, Alarm alarm, Instant raised) {}
