/**
 * The endpoint that a supplier's relay miner stands before: OpenAI's interface and Pocket's own routes over any model server. It
 * is a handler, independent of the server that receives the requests.
 */
@NullMarked
package network.pokt.mlqos.relay.supplier.adapter;

import org.jspecify.annotations.NullMarked;
