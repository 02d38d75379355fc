package network.pokt.mlqos.route;

import network.pokt.mlqos.node.Node;

/**
 * A node that was left out, and why.
 *
 * @param node the node
 * @param reason a sentence for people
 */
public record Refusal(Node node, String reason) {}
