/** Checks, item by item and through any transport, whether a node gives what the network needs to measure and use it. */
@NullMarked
package network.pokt.mlqos.relay.supplier.conformance;

import org.jspecify.annotations.NullMarked;
