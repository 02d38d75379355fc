/**
 * Signatures of the tokenizer, the configuration and the identity of a node; with them nodes are compared, and
 * those that share one backend are grouped. Watches that alarm when a node changes, with a bounded rate of false alarms.
 *
 * <p>Begin at {@link network.pokt.mlqos.signature.NodeProbe} for what a node says, {@link
 * network.pokt.mlqos.signature.Calibration} and {@link network.pokt.mlqos.signature.NodeWatch} for changes, and {@link
 * network.pokt.mlqos.signature.BackendGrouping} for groups; docs/signatures.md has what was measured.
 */
@NullMarked
package network.pokt.mlqos.signature;

import org.jspecify.annotations.NullMarked;
