/** What the transports of this module share and nobody outside needs. */
@NullMarked
package network.pokt.mlqos.relay.internal;

import org.jspecify.annotations.NullMarked;
