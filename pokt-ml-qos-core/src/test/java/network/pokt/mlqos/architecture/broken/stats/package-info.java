/** Part of the broken house. */
@NullMarked
package network.pokt.mlqos.architecture.broken.stats;

import org.jspecify.annotations.NullMarked;
