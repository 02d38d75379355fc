/**
 * Relays through a gateway in the style of PATH, which signs, chooses suppliers and checks their answers itself: less work, and
 * less known about what happened.
 */
@NullMarked
package network.pokt.mlqos.relay.gateway;

import org.jspecify.annotations.NullMarked;
