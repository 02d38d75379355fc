package network.pokt.mlqos.watch;

import java.time.Instant;
import network.pokt.mlqos.stats.Estimate;
import org.jspecify.annotations.Nullable;

/** What a watcher remembers of one node and task. Guarded by the watcher's lock. */
final class Track {

    private Estimate accuracy = Estimate.none();
    private boolean ready;
    private @Nullable Instant read;
    int underWay;

    @Nullable
    Moment last;

    private long epoch = Long.MIN_VALUE;
    private int asked;

    boolean stale(Instant before) {
        return read == null || !read.isAfter(before);
    }

    void outdate() {
        read = null;
    }

    void remember(Estimate accuracy, boolean ready, Instant now) {
        this.accuracy = accuracy;
        this.ready = ready;
        this.read = now;
    }

    Estimate accuracy() {
        return accuracy;
    }

    boolean ready() {
        return ready;
    }

    /** Returns whether the epoch is another one than when it was last asked for. */
    boolean begins(long epoch) {
        return this.epoch != epoch;
    }

    void begin(long epoch, int asked) {
        this.epoch = epoch;
        this.asked = asked;
    }

    int asked() {
        return asked;
    }

    void sent(int count, Moment now) {
        asked += count;
        underWay = count;
        last = now;
    }

    /** The errand ended; the last items of it were never asked, so they are the next ones, unless a new epoch has begun. */
    void ended(long epoch, int unasked) {
        underWay = 0;
        if (this.epoch == epoch) {
            asked -= unasked;
        }
        outdate();
    }
}
