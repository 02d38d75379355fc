/** What the library throws when the caller has to change something; failed relays are data and never end up here. */
@NullMarked
package network.pokt.mlqos.error;

import org.jspecify.annotations.NullMarked;
