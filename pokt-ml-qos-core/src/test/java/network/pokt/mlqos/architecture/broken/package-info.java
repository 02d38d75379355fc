/** Part of the broken house. */
@NullMarked
package network.pokt.mlqos.architecture.broken;

import org.jspecify.annotations.NullMarked;
