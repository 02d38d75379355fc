/**
 * The router chooses a node for each request: filters, score terms, pickers and hedging, with an explanation of
 * every choice.
 */
@NullMarked
package network.pokt.mlqos.route;

import org.jspecify.annotations.NullMarked;
