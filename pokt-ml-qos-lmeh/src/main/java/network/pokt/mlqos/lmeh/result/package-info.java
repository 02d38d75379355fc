/**
 * Result files of lm-evaluation-harness: {@code results_*.json} and {@code samples_*.jsonl} with its names, key order and
 * hashes, and beside them under keys of our own what it does not know: node, attempts, timing and spend.
 */
@NullMarked
package network.pokt.mlqos.lmeh.result;

import org.jspecify.annotations.NullMarked;
