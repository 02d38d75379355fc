package network.pokt.mlqos.watch;

import java.time.Instant;

/**
 * A moment in all the ways in which schedules count: time, blocks and sessions.
 *
 * @param time the wall clock
 * @param height the block height, 0 where no chain is followed
 * @param session the number of the session, 0 where no chain is followed
 */
public record Moment(Instant time, long height, long session) {

    /** Refuses a height or a session below 0. */
    public Moment {
        if (height < 0 || session < 0) {
            throw new IllegalArgumentException(
                    "Heights and sessions are 0 or more, got height " + height + " and session " + session + ".");
        }
    }

    /** Returns a moment off the chain. */
    public static Moment at(Instant time) {
        return new Moment(time, 0, 0);
    }
}
