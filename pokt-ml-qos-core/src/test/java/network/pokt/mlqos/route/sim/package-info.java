/**
 * A simulation of gateways in front of language model nodes, on virtual time: the router that is driven is the shipped one, the
 * nodes and the rules that it is compared with are models. All figures from here are simulated.
 */
@org.jspecify.annotations.NullMarked
package network.pokt.mlqos.route.sim;
