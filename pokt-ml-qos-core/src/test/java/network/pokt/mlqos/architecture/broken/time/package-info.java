/** Part of the broken house. */
@NullMarked
package network.pokt.mlqos.architecture.broken.time;

import org.jspecify.annotations.NullMarked;
