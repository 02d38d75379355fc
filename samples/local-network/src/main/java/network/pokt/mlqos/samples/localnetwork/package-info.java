/** A program that starts a Pocket network on this machine, to develop clients of relays against. */
@NullMarked
package network.pokt.mlqos.samples.localnetwork;

import org.jspecify.annotations.NullMarked;
