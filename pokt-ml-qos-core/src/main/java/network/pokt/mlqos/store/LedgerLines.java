package network.pokt.mlqos.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Follows the lines of a ledger: hashes each entry, links it to the one before and refuses what does not fit. Not thread-safe.
 *
 * <p>An entry is spelled {@code {"entry":N,"chain":"...","measurement":{...}}}. Everything but the measurement follows from
 * what stands before, and the link follows from the measurement, so not a byte of a line can change alone.
 */
final class LedgerLines {

    private final MerkleTree tree = new MerkleTree();
    private Digest chain = Digest.ofNothing();
    private Optional<LedgerHead> head = Optional.empty();

    MerkleTree tree() {
        return tree;
    }

    Digest chain() {
        return chain;
    }

    /** The last head that was seen. */
    Optional<LedgerHead> head() {
        return head;
    }

    /** Adds an entry and returns its line. */
    String add(String measurement) {
        Digest leaf = Digest.ofLeaf(measurement);
        chain = Digest.ofLink(chain, leaf);
        String line = start(tree.size(), chain) + measurement + "}";
        tree.add(leaf);
        return line;
    }

    LedgerHead sign(Instant at, LedgerKey key) {
        LedgerHead signed = LedgerHead.sign(tree.size(), tree.root(tree.size()), chain, at, key);
        head = Optional.of(signed);
        return signed;
    }

    /** Takes an entry's line and returns its measurement's text; throws IllegalArgumentException if it does not fit. */
    String takeEntry(String line) {
        String start = start(tree.size(), chain);
        String prefix = start.substring(0, start.indexOf("\"chain\""));
        if (!line.startsWith(prefix) || line.length() <= start.length() || !line.endsWith("}")) {
            throw new IllegalArgumentException("it is not entry " + tree.size());
        }
        String measurement = line.substring(start.length(), line.length() - 1);
        Digest leaf = Digest.ofLeaf(measurement);
        Digest next = Digest.ofLink(chain, leaf);
        if (!line.equals(start(tree.size(), next) + measurement + "}")) {
            throw new IllegalArgumentException("entry " + tree.size() + " does not follow from the one before it");
        }
        tree.add(leaf);
        chain = next;
        return measurement;
    }

    /** Takes a head's line; throws IllegalArgumentException if it is not of what stands before it. */
    LedgerHead takeHead(String line) {
        LedgerHead read = LedgerHead.parse(line);
        if (read.size() != tree.size()
                || !read.chain().equals(chain)
                || !read.root().equals(tree.root(tree.size()))) {
            throw new IllegalArgumentException("the head is not that of the " + tree.size() + " entries before it");
        }
        head = Optional.of(read);
        return read;
    }

    static boolean isHead(String line) {
        return line.startsWith("{\"head\"");
    }

    private static String start(long number, Digest link) {
        return "{\"entry\":" + number + ",\"chain\":\"" + link + "\",\"measurement\":";
    }
}
