package network.pokt.mlqos.store;

import java.time.Instant;

/**
 * A place in the history of a store: where a page ended and the next one begins.
 *
 * <p>It stays valid while measurements come and go, in another process, and for as long as the store lives. History is ordered
 * by time; which of several measurements of the same nanosecond comes first is the store's own affair, but always the same.
 *
 * @param at when the measurement at this place ended
 * @param id its id
 */
public record Position(Instant at, String id) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
