/** Audits image nodes that are simulated on this machine. */
@NullMarked
package network.pokt.mlqos.samples.diffusioncheck;

import org.jspecify.annotations.NullMarked;
