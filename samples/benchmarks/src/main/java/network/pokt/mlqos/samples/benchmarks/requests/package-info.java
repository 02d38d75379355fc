/** How fast the requests of whole benchmarks are built, beside lm-evaluation-harness. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
