/**
 * The watcher keeps profiles fresh: it decides what is due, for which node and within which budget, and sends small
 * evaluations whose results go to the profiles.
 */
@NullMarked
package network.pokt.mlqos.watch;

import org.jspecify.annotations.NullMarked;
