/** Measures the router: what a decision costs in time and memory. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.route;

import org.jspecify.annotations.NullMarked;
