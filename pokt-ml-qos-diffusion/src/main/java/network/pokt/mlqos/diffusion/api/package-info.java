/** Requests for pictures, their answers, and the interfaces of image servers: the one place where their bytes get a meaning. */
@NullMarked
package network.pokt.mlqos.diffusion.api;

import org.jspecify.annotations.NullMarked;
