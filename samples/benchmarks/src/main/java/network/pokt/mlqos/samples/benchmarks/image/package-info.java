/** What metrics of pictures and of their features cost, beside the usual libraries of Python. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.image;

import org.jspecify.annotations.NullMarked;
