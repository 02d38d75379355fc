/**
 * What the pricing, the budget and the audit of one relay cost in time.
 */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.price;

import org.jspecify.annotations.NullMarked;
