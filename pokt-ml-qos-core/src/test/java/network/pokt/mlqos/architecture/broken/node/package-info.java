/** Part of the broken house. */
@NullMarked
package network.pokt.mlqos.architecture.broken.node;

import org.jspecify.annotations.NullMarked;
