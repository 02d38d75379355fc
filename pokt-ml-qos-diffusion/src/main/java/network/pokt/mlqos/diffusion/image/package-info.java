/**
 * Pictures as data: pixels, and the reading of files that nobody trusts.
 *
 * <p>Whatever a file says about itself is checked before it costs memory: sizes before decoding, checksums before inflating, and
 * never more pixels than the {@link network.pokt.mlqos.diffusion.image.ImageLimits limits} allow.
 */
@NullMarked
package network.pokt.mlqos.diffusion.image;

import org.jspecify.annotations.NullMarked;
