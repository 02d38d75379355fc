package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedFleet;
import network.pokt.mlqos.samples.leaderboardsite.fleet.SimulatedNode;
import network.pokt.mlqos.samples.leaderboardsite.fleet.Steps;
import network.pokt.mlqos.samples.leaderboardsite.fleet.VirtualClock;
import network.pokt.mlqos.samples.leaderboardsite.measure.Measuring;

/**
 * A simulated past: the same watcher, book, store, ledger and watches as ever, by a clock that runs ahead from some days ago until now.
 *
 * @param nodes who is simulated
 * @param days how long it is
 * @param every the mean time between two errands to a node for a task
 * @param seed decides every random choice
 */
record Past(List<SimulatedNode> nodes, int days, Duration every, long seed) {

    /** Where in the past some nodes change. */
    private static final double CHANGE = 0.6;

    private static final Duration STRIDE = Duration.ofHours(6);

    /** Lives through the past, which ends at {@code end}, and says after each day how many are over. */
    void live(Folder folder, DataSource database, Instant end, Consumer<Integer> afterDay) throws IOException {
        Duration length = Duration.ofDays(days);
        Instant start = end.minus(length);
        VirtualClock clock = new VirtualClock(start);
        Instant change = start.plusSeconds(Math.round(length.toSeconds() * CHANGE));
        try (SimulatedFleet fleet = new SimulatedFleet(nodes, clock, change, seed);
                Station station = Station.start(folder, database, clock, measuring(fleet))) {
            for (Instant at = start.plus(STRIDE); !at.isAfter(end); at = at.plus(STRIDE)) {
                clock.advanceTo(at);
                station.publish();
                if (Duration.between(start, at).toHours() % 24 == 0) {
                    afterDay.accept((int) Duration.between(start, at).toDays());
                }
            }
        }
    }

    /** Returns how a fleet is measured. */
    Measuring measuring(SimulatedFleet fleet) {
        return new Measuring(Steps.three(seed), fleet.directory(), fleet, fleet::rate, every, seed);
    }
}
