package network.pokt.mlqos.route;

/**
 * How many relays a node takes at once before the next one has to wait, and how long a turn then is. A server with continuous
 * batching writes a certain number of answers in step and lets others wait; it does not tell the number, and other gateways may
 * use part of it.
 *
 * <p>Found out as congestion control does (Chiu and Jain, Computer Networks 17, 1989): one more when a relay beyond the limit
 * was served at once, a share fewer when one within the limit had to wait for half a turn or more. Not thread-safe.
 */
final class Seats {

    /** A cautious start: beyond it a node is used once the others are as full, and then found out. */
    static final double START = 4;

    private static final double SHRINK = 0.3;
    private static final double STAY_KEEP = 1 - 1.0 / 20;

    private double limit = START;
    private double stay = -1;

    /**
     * Takes when the first token was there.
     *
     * @param before how many relays were under way when this one was sent
     * @param late how many seconds later than from an idle node, with what was being read ahead of it, the first token came
     * @param idle how many seconds it was expected to take
     */
    void first(int before, double late, double idle) {
        if (before + 1 > limit && late <= 0.5 * idle) {
            limit = Math.min(before + 1, limit + 1);
        } else if (before > 0 && before + 1 <= limit && late > Math.max(idle, 0.5 * turn())) {
            limit = Math.max(1, limit - SHRINK * (limit - before));
        }
    }

    /** Takes how long a relay stayed. */
    void stayed(double seconds) {
        stay = stay < 0 ? seconds : stay * STAY_KEEP + seconds * (1 - STAY_KEEP);
    }

    double limit() {
        return limit;
    }

    /** Returns after how many seconds one of those at the limit is expected to leave; 0 before any has. */
    double turn() {
        return Math.max(0, stay) / limit;
    }
}
