/**
 * Pocket Network's Shannon protocol, native: keys and addresses, the ring signatures that pay for a relay, and the evidence
 * that a relay leaves behind.
 *
 * <p>Start at {@link network.pokt.mlqos.relay.shannon.RingSigner} to sign and at
 * {@link network.pokt.mlqos.relay.shannon.RingSignature} to verify. What goes over the wire is in
 * {@link network.pokt.mlqos.relay.shannon.message}, the arithmetic in a package that is not exported.
 */
@NullMarked
package network.pokt.mlqos.relay.shannon;

import org.jspecify.annotations.NullMarked;
