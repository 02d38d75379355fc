/** The plan of the house as rules that ArchUnit checks, and a broken house on which each rule is seen to fail. */
@NullMarked
package network.pokt.mlqos.architecture;

import org.jspecify.annotations.NullMarked;
