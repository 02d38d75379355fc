/** A program that measures nodes and says which of them serves a need, and why. */
@NullMarked
package network.pokt.mlqos.samples.nodepicker;

import org.jspecify.annotations.NullMarked;
