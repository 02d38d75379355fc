/**
 * Text-to-image tasks, checks on the images that nodes return, and the HEIM metrics.
 */
@NullMarked
package network.pokt.mlqos.diffusion;

import org.jspecify.annotations.NullMarked;
