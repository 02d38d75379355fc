/** Faults on purpose: a transport that delays, loses, cuts and corrupts what another one brings, by a seed. */
@NullMarked
package network.pokt.mlqos.relay.fault;

import org.jspecify.annotations.NullMarked;
