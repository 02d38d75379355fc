/** Tests of the documentation: what it shows compiles, where it points exists, what is public is in it. */
@NullMarked
package network.pokt.mlqos.samples.docs;

import org.jspecify.annotations.NullMarked;
