package network.pokt.mlqos.store;

import java.util.Optional;

/** What somebody found who checked a ledger without trusting its writer. */
public sealed interface LedgerReport {

    /**
     * Every entry stands where it was written, and every head is signed.
     *
     * @param entries how many entries there are
     * @param head the last head
     * @param unsigned how many entries stand behind it, which a writer that was killed leaves: they are chained, not signed
     */
    record Sound(long entries, Optional<LedgerHead> head, long unsigned) implements LedgerReport {}

    /**
     * Something was changed, removed or added.
     *
     * @param line the first line that is not as it was written, from 1; one more than there are if the end is missing
     * @param entry how many entries before it are as they were written
     * @param reason what is wrong with it
     */
    record Broken(long line, long entry, String reason) implements LedgerReport {}
}
