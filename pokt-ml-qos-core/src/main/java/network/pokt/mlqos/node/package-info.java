/**
 * Who is measured: the identity of a node (its supplier operator address and its service), where it answers,
 * which model it claims to run, and the directory of known nodes.
 */
@NullMarked
package network.pokt.mlqos.node;

import org.jspecify.annotations.NullMarked;
