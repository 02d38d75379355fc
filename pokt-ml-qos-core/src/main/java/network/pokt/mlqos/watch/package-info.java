/**
 * The watcher keeps profiles fresh: it decides what is due, for which node and within which budget, and raises
 * an alarm when a node changes.
 */
@NullMarked
package network.pokt.mlqos.watch;

import org.jspecify.annotations.NullMarked;
