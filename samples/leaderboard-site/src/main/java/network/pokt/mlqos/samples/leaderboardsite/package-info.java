/** A public leaderboard: a watcher that feeds a database, a status API, and pages for people. */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite;

import org.jspecify.annotations.NullMarked;
