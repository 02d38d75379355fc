package network.pokt.mlqos.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.time.TimeSource;

/**
 * A log of measurements that cannot be edited unseen: every entry is chained to the one before, a Merkle tree (RFC 9162) stands
 * over all, and its owner signs the head. Thread-safe; one writer at a time.
 *
 * <pre>{@code
 * try (Ledger ledger = Ledger.open(Path.of("ledger.jsonl"), LedgerKey.load(keyFile), time)) {
 *     LedgerHead head = ledger.append(measurements);               // publish it with the leaderboard
 *     InclusionProof proof = ledger.inclusion(12, head.size());    // give it to whoever asks about entry 12
 * }
 * LedgerReport report = Ledger.verify(Path.of("ledger.jsonl"), publicKey, List.of(publishedHead));
 * }</pre>
 *
 * <p>The file is JSON lines, an entry or a head a line; copying it is its export. A signature shows that nothing was changed
 * <em>after</em> it: it does not show that the writer measured honestly, nor that he has shown the same ledger to everybody.
 * Against the second, compare heads with others by {@link ConsistencyProof}.
 *
 * <p>In memory it holds 64 bytes and the id for each entry.
 */
public final class Ledger implements AutoCloseable {

    private final Path path;
    private final LedgerKey key;
    private final TimeSource time;
    private final LedgerFile file;
    private final LedgerLines lines = new LedgerLines();
    private final Set<String> ids = new HashSet<>();

    private Ledger(Path path, LedgerKey key, TimeSource time) throws IOException {
        this.path = path;
        this.key = key;
        this.time = time;
        this.file = LedgerFile.open(path, line -> {
            if (LedgerLines.isHead(line)) {
                if (!lines.takeHead(line).isSignedBy(key.publicKey())) {
                    throw new IllegalArgumentException("the head is signed by another key");
                }
            } else {
                ids.add(MeasurementJson.read(lines.takeEntry(line)).id());
            }
        });
    }

    /**
     * Opens a ledger, which is made if it is missing, checks all of it, and cuts off a last line that a crash tore.
     *
     * @throws StoreException if it is open elsewhere, damaged, or signed by another key
     */
    public static Ledger open(Path path, LedgerKey key, TimeSource time) {
        try {
            return new Ledger(path, key, time);
        } catch (IOException e) {
            throw new StoreException(
                    "The ledger " + path + " cannot be opened (" + e
                            + "); give a file in a folder that exists and that you may write to.",
                    e);
        }
    }

    /**
     * Appends those measurements that the ledger does not have yet, signs the new head, and returns it when all is on disk.
     *
     * @throws StoreException if the file cannot be written; open the ledger again and hand the same measurements over again
     */
    public synchronized LedgerHead append(List<Measurement> measurements) {
        try {
            StringBuilder text = new StringBuilder();
            for (Measurement measurement : measurements) {
                if (ids.add(measurement.id())) {
                    text.append(lines.add(MeasurementJson.write(measurement))).append('\n');
                }
            }
            Optional<LedgerHead> last = lines.head();
            if (last.isPresent() && last.get().size() == lines.tree().size()) {
                return last.get();
            }
            LedgerHead head = lines.sign(time.now(), key);
            file.append(text.append(head.json()).append('\n').toString());
            return head;
        } catch (RuntimeException e) {
            // What is in memory is not what is on disk any more.
            file.giveUp();
            throw e;
        }
    }

    /** Returns how many entries there are. */
    public synchronized long size() {
        return lines.tree().size();
    }

    /** Proves that entry {@code index} is among the first {@code size}. */
    public synchronized InclusionProof inclusion(long index, long size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Of " + size + " entries there is none of index " + index + ".");
        }
        return new InclusionProof(index, size, lines.tree().inclusion(index, size));
    }

    /** Proves that the first {@code older} entries begin the first {@code newer}. */
    public synchronized ConsistencyProof consistency(long older, long newer) {
        requireSize(newer);
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("A ledger does not grow from " + older + " to " + newer + " entries.");
        }
        return new ConsistencyProof(older, newer, lines.tree().consistency(older, newer));
    }

    private void requireSize(long size) {
        if (size < 0 || size > lines.tree().size()) {
            throw new IllegalArgumentException(
                    "The ledger " + path + " has " + lines.tree().size() + " entries, not " + size + ".");
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    /**
     * Checks a ledger without trusting whoever wrote it.
     *
     * @param key the owner's public key, had from somewhere else than the ledger
     * @param published heads that the owner published or sent before: the ledger has to have grown out of each
     * @throws StoreException if the file cannot be read
     */
    public static LedgerReport verify(Path path, PublicKey key, Collection<LedgerHead> published) {
        try (LineReader reader = new LineReader(path)) {
            return new LedgerAudit(key, published).check(reader);
        } catch (IOException e) {
            throw new StoreException("The ledger " + path + " cannot be read (" + e + ").", e);
        }
    }
}
