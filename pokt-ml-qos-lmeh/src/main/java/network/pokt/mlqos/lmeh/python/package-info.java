/**
 * What lm-evaluation-harness has from Python and a result depends on, bit by bit: random numbers.
 */
@NullMarked
package network.pokt.mlqos.lmeh.python;

import org.jspecify.annotations.NullMarked;
