/**
 * The one clock and the one scheduler. Whoever reads the time, waits or sets a deadline is handed them from
 * here, so that tests and simulations can run on virtual time.
 */
@NullMarked
package network.pokt.mlqos.time;

import org.jspecify.annotations.NullMarked;
