package network.pokt.mlqos.profile;

import java.time.Duration;
import java.time.Instant;

/**
 * The relays of the latest stretch of time, in two halves of which the older is dropped as a whole: what is read covers between
 * half of the horizon and all of it. Guarded by its node's lock.
 */
final class TrafficWindow {

    private Traffic older = new Traffic();
    private Traffic newer = new Traffic();
    private long half = Long.MIN_VALUE;

    void add(RelayObservation relay, Instant at, Duration horizon) {
        turn(at, horizon);
        newer.add(relay);
    }

    /** Drops what is too old by now. */
    void turn(Instant now, Duration horizon) {
        long current = Math.floorDiv(now.toEpochMilli(), Math.max(1, horizon.toMillis() / 2));
        if (half == Long.MIN_VALUE) {
            half = current;
        }
        // A clock that was set back does not bring the past to life.
        if (current <= half) {
            return;
        }
        older = current == half + 1 ? newer : new Traffic();
        newer = new Traffic();
        half = current;
    }

    Traffic all() {
        Traffic all = new Traffic();
        all.merge(older);
        all.merge(newer);
        return all;
    }

    /** Takes the relays of another window, as if they were all of the newer half. */
    void addAll(Traffic other, Instant at, Duration horizon) {
        turn(at, horizon);
        newer.merge(other);
    }

    int bytes() {
        return 32 + older.bytes() + newer.bytes();
    }
}
