package network.pokt.mlqos.store;

import java.util.List;

/**
 * Proves that an entry stands in a ledger, to somebody who has only the entry and a head.
 *
 * @param index which entry it is, from 0
 * @param size how many entries the ledger of the head has
 * @param path the hashes beside the way from the leaf to the root, lowest first
 */
public record InclusionProof(long index, long size, List<Digest> path) {

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A ledger of " + size + " entries has no entry " + index + ".");
        }
    }

    /** Says whether an entry, to the byte, stands at this index in the ledger with this root (RFC 9162, section 2.1.3.2). */
    public boolean proves(String entry, Digest root) {
        long node = index;
        long last = size - 1;
        Digest hash = Digest.ofLeaf(entry);
        for (Digest beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Digest.ofNode(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Digest.ofNode(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
