package network.pokt.mlqos.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a history.
 *
 * @param measurements in the order that was asked for
 * @param next where the next page begins, for {@link Query.Builder#after}; empty if there was nothing more
 */
public record Page(List<Measurement> measurements, Optional<Position> next) {

    public Page {
        measurements = List.copyOf(measurements);
    }

    /** Makes a page of up to one measurement more than fits, which shows whether there is a next page. */
    static Page of(List<Measurement> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Measurement> shown = found.subList(0, limit);
        return new Page(shown, Optional.of(shown.get(limit - 1).position()));
    }
}
