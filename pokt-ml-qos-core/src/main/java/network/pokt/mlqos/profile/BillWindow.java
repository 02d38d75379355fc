package network.pokt.mlqos.profile;

import java.util.Optional;
import network.pokt.mlqos.price.TokenClaim;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.SumRatio;

/** Claimed and counted tokens of the latest answers that were recounted. Guarded by its node's lock. */
final class BillWindow {

    /** Enough to tell a tenth too much from honest scatter; evidence over years is the work of a usage audit. */
    static final int CAPACITY = 128;

    private int[] pairs = new int[0];
    private int next;

    void add(long claimed, long counted) {
        if (pairs.length == 0) {
            pairs = new int[2 * CAPACITY];
        }
        int place = 2 * (next % CAPACITY);
        pairs[place] = (int) Math.min(claimed, Integer.MAX_VALUE);
        pairs[place + 1] = (int) Math.min(counted, Integer.MAX_VALUE);
        // Past the first round only the place in the ring matters.
        next = next + 1 == 2 * CAPACITY ? CAPACITY : next + 1;
    }

    void add(TokenClaim claim) {
        // Tokens that may honestly be there unseen are taken to be there as far as they were claimed.
        long most = claim.counted() + claim.unseen();
        add(claim.claimed(), Math.max(claim.counted(), Math.min(claim.claimed(), most)));
    }

    int size() {
        return Math.min(next, CAPACITY);
    }

    /** Returns the pair of {@code index}, from the oldest: claimed, counted. */
    int[] pair(int index) {
        int place = 2 * ((next <= CAPACITY ? index : next + index) % CAPACITY);
        return new int[] {pairs[place], pairs[place + 1]};
    }

    Optional<Estimate> ratio() {
        SumRatio ratio = new SumRatio();
        for (int i = 0; i < size(); i++) {
            ratio.add(pairs[2 * i], pairs[2 * i + 1]);
        }
        return Optional.of(ratio.estimate()).filter(estimate -> estimate.n() > 0);
    }

    int bytes() {
        return 24 + (pairs.length == 0 ? 0 : 16 + pairs.length * Integer.BYTES);
    }
}
