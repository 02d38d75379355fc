/**
 * What a relay costs: price lists, quotes before the call, compute units with what they burn and mint,
 * budgets, and the audit of the usage that a node claims.
 */
@NullMarked
package network.pokt.mlqos.price;

import org.jspecify.annotations.NullMarked;
