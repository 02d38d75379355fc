/**
 * A first program with the SDK: define tasks, send relays, count tokens, compute metrics.
 */
@NullMarked
package network.pokt.mlqos.samples.quickstart;

import org.jspecify.annotations.NullMarked;
