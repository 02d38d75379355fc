/** What a supplier runs: the endpoint adapter as a server, stake files, the conformance check. */
@NullMarked
package network.pokt.mlqos.samples.suppliertools;

import org.jspecify.annotations.NullMarked;
