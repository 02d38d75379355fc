/** Benchmarks of tokenizers and the errors of token estimates; docs/benchmarks.md and docs/tokens.md have the figures. */
@NullMarked
package network.pokt.mlqos.samples.benchmarks.token;

import org.jspecify.annotations.NullMarked;
