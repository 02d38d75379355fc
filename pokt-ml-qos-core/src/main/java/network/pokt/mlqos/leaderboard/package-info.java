/**
 * Rankings of nodes: aggregation of their profiles, ranks with intervals, and snapshots of both.
 */
@NullMarked
package network.pokt.mlqos.leaderboard;

import org.jspecify.annotations.NullMarked;
