/**
 * Signatures of the tokenizer, the configuration and the identity of a node; with them nodes are compared, and
 * those that share one backend are grouped.
 */
@NullMarked
package network.pokt.mlqos.signature;

import org.jspecify.annotations.NullMarked;
