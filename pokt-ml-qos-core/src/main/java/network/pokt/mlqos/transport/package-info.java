/**
 * Relays: one opaque request to one node, and its timed outcome. A failure is a value here, with a cause and a
 * party to blame; what the payload means is not known in this package.
 */
@NullMarked
package network.pokt.mlqos.transport;

import org.jspecify.annotations.NullMarked;
