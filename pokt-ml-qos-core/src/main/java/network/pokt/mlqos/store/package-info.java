/**
 * What outlives a run: stores of results in memory, in JSON lines and in databases, the journal from which a
 * run is resumed, and the signed, hash-chained ledger.
 */
@NullMarked
package network.pokt.mlqos.store;

import org.jspecify.annotations.NullMarked;
