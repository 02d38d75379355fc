/**
 * Policies around a transport, kept per node: sending again, breaking the circuit, limiting rate and number. Everything is
 * asynchronous: a relay that waits costs no thread.
 */
@NullMarked
package network.pokt.mlqos.relay.resilience;

import org.jspecify.annotations.NullMarked;
