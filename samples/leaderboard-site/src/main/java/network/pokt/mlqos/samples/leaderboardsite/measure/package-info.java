/**
 * Measures and keeps: the watcher and its policy, the database with what the site adds to it, the intake through which every
 * measurement goes, and the watches for changes.
 */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.measure;

import org.jspecify.annotations.NullMarked;
