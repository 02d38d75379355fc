package network.pokt.mlqos.relay.fault;

import java.util.Random;

/**
 * What befalls one relay.
 *
 * @param delayNanos how much later its answer is there
 * @param place where in the answer it happens, from 0 at its beginning to 1 at its end
 * @param bit which bit of that byte is turned, 0 to 7
 */
record Fate(Kind kind, long delayNanos, double place, int bit) {

    enum Kind {
        NOTHING,
        LOSS,
        CUT,
        CORRUPTION
    }

    /** Draws always the same number of values, so that one fate does not shift those after it. */
    static Fate draw(FaultPlan plan, Random random) {
        double kind = random.nextDouble();
        long span = plan.maxLatency().toNanos() - plan.minLatency().toNanos();
        long delay = plan.minLatency().toNanos() + (long) (random.nextDouble() * span);
        return new Fate(kind(plan, kind), delay, random.nextDouble(), random.nextInt(Byte.SIZE));
    }

    private static Kind kind(FaultPlan plan, double drawn) {
        if (drawn < plan.loss()) {
            return Kind.LOSS;
        }
        if (drawn < plan.loss() + plan.cut()) {
            return Kind.CUT;
        }
        return drawn < plan.loss() + plan.cut() + plan.corruption() ? Kind.CORRUPTION : Kind.NOTHING;
    }

    /** Returns the offset in a body of that length at which it happens. */
    int offset(int length) {
        return Math.min(length - 1, (int) (place * length));
    }
}
