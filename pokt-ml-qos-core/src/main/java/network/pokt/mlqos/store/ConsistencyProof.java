package network.pokt.mlqos.store;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves that a ledger only grew between two heads, to somebody who has nothing but these.
 *
 * @param older how many entries the earlier head has
 * @param newer how many entries the later head has, at least as many
 * @param path the hashes from which both roots are made
 */
public record ConsistencyProof(long older, long newer, List<Digest> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
        if (older < 0 || newer < older) {
            throw new IllegalArgumentException("A ledger does not grow from " + older + " to " + newer + " entries.");
        }
    }

    /** Says whether the later root is that of a ledger that begins as the earlier one (RFC 9162, section 2.1.4.2). */
    public boolean proves(Digest olderRoot, Digest newerRoot) {
        if (older == 0 || older == newer) {
            return path.isEmpty() && (older == 0 || olderRoot.equals(newerRoot));
        }
        boolean whole = Long.bitCount(older) == 1;
        Iterator<Digest> rest = Stream.concat(whole ? Stream.of(olderRoot) : Stream.empty(), path.stream())
                .iterator();
        if (path.isEmpty()) {
            return false;
        }
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Digest first = rest.next();
        Digest old = first;
        Digest now = first;
        while (rest.hasNext()) {
            Digest next = rest.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Digest.ofNode(next, old);
                now = Digest.ofNode(next, now);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = Digest.ofNode(now, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(olderRoot) && now.equals(newerRoot);
    }
}
