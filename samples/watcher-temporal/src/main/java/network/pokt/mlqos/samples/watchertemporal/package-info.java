/**
 * The same measuring spread over workers that may die, by Temporal: one workflow for each node and epoch, one activity for each
 * sample, and a store that counts each sample once.
 */
@NullMarked
package network.pokt.mlqos.samples.watchertemporal;

import org.jspecify.annotations.NullMarked;
