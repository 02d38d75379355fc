package network.pokt.mlqos.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over the entries of a log, as RFC 9162, section 2.1 (and RFC 6962 before it) defines it: SHA-256, leaves hashed
 * behind a byte 0 and inner nodes behind a byte 1, every tree split at the largest power of two below its size.
 *
 * <p>It keeps the hash of every whole subtree, 64 bytes an entry, so an entry costs two hashes on average and a proof the square
 * of the logarithm of the size. Not thread-safe.
 */
final class MerkleTree {

    /** At level k, the hashes of the whole subtrees of 2^k leaves, from the left. */
    private final List<List<Digest>> levels = new ArrayList<>();

    private long size;

    long size() {
        return size;
    }

    void add(Digest leaf) {
        Digest hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Digest> row = levels.get(level);
            row.add(hash);
            if (row.size() % 2 == 1) {
                break;
            }
            hash = Digest.ofNode(row.get(row.size() - 2), hash);
        }
        size++;
    }

    Digest leaf(long index) {
        return levels.get(0).get(Math.toIntExact(index));
    }

    /** Returns the root of the first {@code leaves} leaves. */
    Digest root(long leaves) {
        return leaves == 0 ? Digest.ofNothing() : subtree(0, leaves);
    }

    /** The audit path of a leaf within the first {@code leaves} (RFC 9162, section 2.1.3.1), lowest node first. */
    List<Digest> inclusion(long index, long leaves) {
        List<Digest> path = new ArrayList<>();
        inclusion(index, 0, leaves, path);
        return path;
    }

    private void inclusion(long index, long start, long leaves, List<Digest> path) {
        if (leaves == 1) {
            return;
        }
        long split = split(leaves);
        if (index < split) {
            inclusion(index, start, split, path);
            path.add(subtree(start + split, leaves - split));
        } else {
            inclusion(index - split, start + split, leaves - split, path);
            path.add(subtree(start, split));
        }
    }

    /** The proof that the first {@code older} leaves begin the first {@code newer} (RFC 9162, section 2.1.4.1). */
    List<Digest> consistency(long older, long newer) {
        List<Digest> path = new ArrayList<>();
        if (older > 0 && older < newer) {
            consistency(older, 0, newer, true, path);
        }
        return path;
    }

    private void consistency(long older, long start, long leaves, boolean known, List<Digest> path) {
        if (older == leaves) {
            if (!known) {
                path.add(subtree(start, leaves));
            }
            return;
        }
        long split = split(leaves);
        if (older <= split) {
            consistency(older, start, split, known, path);
            path.add(subtree(start + split, leaves - split));
        } else {
            consistency(older - split, start + split, leaves - split, false, path);
            path.add(subtree(start, split));
        }
    }

    private Digest subtree(long start, long leaves) {
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return levels.get(level).get(Math.toIntExact(start >> level));
        }
        long split = split(leaves);
        return Digest.ofNode(subtree(start, split), subtree(start + split, leaves - split));
    }

    /** The largest power of two below a size of at least 2. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
