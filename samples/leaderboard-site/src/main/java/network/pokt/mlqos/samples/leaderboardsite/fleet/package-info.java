/**
 * What there is to measure without a network: arithmetic that no model has seen before, simulated nodes that answer it, and a clock
 * that runs ahead.
 */
@NullMarked
package network.pokt.mlqos.samples.leaderboardsite.fleet;

import org.jspecify.annotations.NullMarked;
