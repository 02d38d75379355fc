/** A command line after that of lm-evaluation-harness, which measures remote nodes. */
@NullMarked
package network.pokt.mlqos.samples.lmehcli;

import org.jspecify.annotations.NullMarked;
