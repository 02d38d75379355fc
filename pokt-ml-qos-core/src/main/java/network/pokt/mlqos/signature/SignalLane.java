package network.pokt.mlqos.signature;

import java.time.Duration;
import java.time.Instant;
import network.pokt.mlqos.stats.Bets;
import network.pokt.mlqos.stats.ChangeEvidence;
import network.pokt.mlqos.stats.OnsetTracker;
import network.pokt.mlqos.stats.TailBounds;

/** What one signal of one node says so far. Not thread-safe. */
final class SignalLane {

    /** So many distances are kept to say when and how something changed; a change is found within fewer. */
    private static final int KEPT = 512;

    private static final double SECONDS_PER_YEAR = Duration.ofDays(365).toSeconds();

    private final double usual;
    private final ChangeEvidence evidence;
    private final OnsetTracker onset;
    private final double[] distances = new double[KEPT];
    private final long[] seconds = new long[KEPT];
    private Instant last;

    SignalLane(TailBounds bounds, Instant start) {
        Bets bets = Bets.onLargerThan(bounds);
        this.evidence = ChangeEvidence.of(bets);
        this.onset = new OnsetTracker(bets);
        this.usual = bounds.limits().get(0);
        this.last = start;
    }

    /** Answers that end out of order add no time twice. */
    void observe(double distance, Instant at) {
        Duration since = Duration.between(last, at);
        double spans = since.isNegative() ? 0 : (since.getSeconds() + since.getNano() / 1e9) / SECONDS_PER_YEAR;
        last = since.isNegative() ? last : at;
        int slot = (int) (evidence.count() % KEPT);
        evidence.observe(distance, spans);
        onset.observe(distance);
        distances[slot] = distance;
        seconds[slot] = at.getEpochSecond();
    }

    double evidence() {
        return evidence.evidence();
    }

    double staked() {
        return evidence.staked();
    }

    long count() {
        return evidence.count();
    }

    /** The lowest limit of the calibration, which about half of the honest distances stay within. */
    double usual() {
        return usual;
    }

    /** When the change was, or the oldest moment that is still known. */
    Instant since() {
        long count = evidence.count();
        long first = Math.min(Math.max(firstKept(), onset.onset().index()), Math.max(0, count - 1));
        return count == 0 ? last : Instant.ofEpochSecond(seconds[(int) (first % KEPT)]);
    }

    /** The distances since the change, as far as they are kept, oldest first. */
    double[] distancesSince() {
        long first = Math.max(firstKept(), onset.onset().index());
        double[] since = new double[(int) Math.max(0, evidence.count() - first)];
        for (int i = 0; i < since.length; i++) {
            since[i] = distances[(int) ((first + i) % KEPT)];
        }
        return since;
    }

    private long firstKept() {
        return Math.max(0, evidence.count() - KEPT);
    }
}
