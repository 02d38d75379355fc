package network.pokt.mlqos.route;

import java.util.concurrent.atomic.AtomicLong;

/** The share of recent picks that went to one operator: a count that forgets over about 200 picks. Thread-safe. */
final class OperatorShare {

    private static final double KEEP = 1 - 1.0 / 200;

    private final AtomicLong picks;
    private double count;
    private long last;

    /** Begins with no picks; {@code picks} counts those of all operators and is shared by them. */
    OperatorShare(AtomicLong picks) {
        this.picks = picks;
        this.last = picks.get();
    }

    synchronized void picked() {
        long now = picks.incrementAndGet();
        count = count * Math.pow(KEEP, now - last) + 1;
        last = now;
    }

    /** Returns the share, as it would be after one more pick of this operator. */
    synchronized double withOneMore() {
        long now = picks.get();
        double all = (1 - Math.pow(KEEP, now + 1)) / (1 - KEEP);
        return (count * Math.pow(KEEP, now + 1 - last) + 1) / Math.max(1, all);
    }
}
