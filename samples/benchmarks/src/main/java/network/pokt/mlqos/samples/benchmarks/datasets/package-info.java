/** What it costs to read documents: time, and memory that they keep. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.datasets;

import org.jspecify.annotations.NullMarked;
