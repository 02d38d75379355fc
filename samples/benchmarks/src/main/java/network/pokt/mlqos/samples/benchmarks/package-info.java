/**
 * JMH benchmarks of the code that runs for every relay, token and choice.
 */
@NullMarked
package network.pokt.mlqos.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
