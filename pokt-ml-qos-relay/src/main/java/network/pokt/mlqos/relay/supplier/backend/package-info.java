/** Model servers behind an endpoint: what each can give, how it is asked, and how its answers become those of OpenAI's interface. */
@NullMarked
package network.pokt.mlqos.relay.supplier.backend;

import org.jspecify.annotations.NullMarked;
