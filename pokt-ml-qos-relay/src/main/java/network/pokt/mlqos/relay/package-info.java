/**
 * Transports that carry relays to nodes (HTTP, gateway, Shannon, Morse), the resilience policies around them,
 * and the supplier side: endpoint adapter and stake configurations.
 */
@NullMarked
package network.pokt.mlqos.relay;

import org.jspecify.annotations.NullMarked;
