/** Which tasks of a folder run natively, and why the others do not. */
@NullMarked
package network.pokt.mlqos.lmeh.coverage;

import org.jspecify.annotations.NullMarked;
