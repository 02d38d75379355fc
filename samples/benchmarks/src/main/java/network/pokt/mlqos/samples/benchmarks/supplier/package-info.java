/** Benchmarks of the supplier's side. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.supplier;

import org.jspecify.annotations.NullMarked;
