/** What Shannon's cryptography costs: ring signatures with and without tables, and the supplier's signature. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.shannon;

import org.jspecify.annotations.NullMarked;
