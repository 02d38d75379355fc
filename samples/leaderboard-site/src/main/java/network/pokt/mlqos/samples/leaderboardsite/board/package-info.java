/** What the site shows: boards, nodes and alarms as of one moment, and who makes them. */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.board;

import org.jspecify.annotations.NullMarked;
