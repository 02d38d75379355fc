/**
 * What pictures tell about a node without any model's weights: whether it draws what was asked, anew, from the prompt, with the
 * effort that it is paid for, and as others draw it.
 *
 * <p>Each signal is evidence with a direction, none is proof; where there is too little to go by, they abstain.
 */
@NullMarked
package network.pokt.mlqos.diffusion.signal;

import org.jspecify.annotations.NullMarked;
