package network.pokt.mlqos.route;

import java.util.function.BooleanSupplier;

/** The grade of one node and how it moves: down by evidence, back by time and by answers. Not thread-safe. */
final class Health {

    private static final double REDUCED_FROM = 0.5;
    private static final double CANARY_FROM = 0.75;
    private static final int MOST_DOUBLINGS = 16;
    private static final double JITTER = 0.2;
    /** After so many good answers an old time on the bench no longer lengthens the next one. */
    private static final int FORGIVEN_AFTER = 500;

    private final HealthRule rule;
    private final Draws draws;
    final FaultEvidence faults = new FaultEvidence();
    private boolean benched;
    private boolean trial;
    private long benchedUntil;
    private int benches;
    private int answersInTrial;
    private int ramp;
    private int sinceBench;

    Health(HealthRule rule, Draws draws) {
        this.rule = rule;
        this.draws = draws;
        this.ramp = rule.rampAnswers() / 2;
    }

    /** Takes a relay that speaks for or against the node; returns whether it is benched by this one. */
    boolean observe(boolean failed, double poolRate, long nanos, BooleanSupplier benchHasRoom) {
        settle(nanos);
        faults.observe(failed, poolRate);
        if (failed) {
            boolean enough = trial || faults.evidence() >= 1;
            if (enough && !benched && benchHasRoom.getAsBoolean()) {
                bench(nanos);
                return true;
            }
            return false;
        }
        ramp = Math.min(rule.rampAnswers(), ramp + 1);
        if (trial && ++answersInTrial >= rule.comeback()) {
            trial = false;
            ramp = 1;
        }
        if (++sinceBench > FORGIVEN_AFTER) {
            benches = 0;
        }
        return false;
    }

    private void bench(long nanos) {
        long nominal = Math.min(
                rule.longestBench().toNanos(), rule.firstBench().toNanos() << Math.min(benches, MOST_DOUBLINGS));
        double jitter = 1 + JITTER * (2 * draws.next() - 1);
        benched = true;
        trial = false;
        benchedUntil = nanos + (long) (nominal * jitter);
        benches = Math.min(benches + 1, MOST_DOUBLINGS);
        sinceBench = 0;
    }

    /** Ends a time on the bench that is over: the node is on trial then, with the evidence wiped out. */
    private void settle(long nanos) {
        if (benched && nanos - benchedUntil >= 0) {
            benched = false;
            trial = true;
            answersInTrial = 0;
            faults.reset();
        }
    }

    Grade grade(double slowEvidence, long nanos) {
        settle(nanos);
        if (benched) {
            return Grade.BENCHED;
        }
        double evidence = faults.evidence();
        if (trial || evidence >= CANARY_FROM) {
            return Grade.CANARY;
        }
        return evidence >= REDUCED_FROM || slowEvidence >= 1 ? Grade.REDUCED : Grade.FULL;
    }

    /** Returns the share of its weight that a node on the ramp has, above 0 to 1. */
    double ramp() {
        return (double) ramp / rule.rampAnswers();
    }

    boolean onTrial() {
        return trial;
    }

    int benches() {
        return benches;
    }

    /** Returns until when the node is benched on the monotonic clock, if it is. */
    long benchedUntil() {
        return benchedUntil;
    }
}
