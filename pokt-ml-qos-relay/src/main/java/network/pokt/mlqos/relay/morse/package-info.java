/**
 * Pocket's retired v0 protocol, Morse: dispatch, application tokens, signed proofs and relays, for what still speaks it and for
 * what was recorded of it. Small on purpose; Shannon is {@code network.pokt.mlqos.relay.shannon}.
 */
@NullMarked
package network.pokt.mlqos.relay.morse;

import org.jspecify.annotations.NullMarked;
