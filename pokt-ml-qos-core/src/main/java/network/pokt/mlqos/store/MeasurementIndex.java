package network.pokt.mlqos.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import network.pokt.mlqos.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The newest measurements in memory, found by id, node, task and time; of more than fit, the oldest expire.
 *
 * <p>What has expired cannot come back: the index remembers up to where, and takes anything older for counted. A measurement
 * costs some 700 bytes. Guarded by its owner's lock.
 */
final class MeasurementIndex {

    private record Pair(NodeId node, String task) {}

    private final int capacity;
    private final Map<String, Position> ids = new HashMap<>();
    private final NavigableMap<Position, Measurement> all = new TreeMap<>();
    private final Map<NodeId, NavigableMap<Position, Measurement>> byNode = new HashMap<>();
    private final Map<String, NavigableMap<Position, Measurement>> byTask = new HashMap<>();
    private final Map<Pair, NavigableMap<Position, Measurement>> byPair = new HashMap<>();
    private @Nullable Position floor;

    MeasurementIndex(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A store needs room for at least 1 measurement, got " + capacity + ".");
        }
        this.capacity = capacity;
    }

    /** Says whether a measurement is neither kept nor so old that it has expired or would at once. */
    boolean isNew(Measurement measurement) {
        Position place = measurement.position();
        return !ids.containsKey(measurement.id())
                && (floor == null || place.compareTo(floor) > 0)
                && (all.size() < capacity || place.compareTo(all.firstKey()) > 0);
    }

    boolean holds(Measurement measurement) {
        return measurement.position().equals(ids.get(measurement.id()));
    }

    /** Takes a measurement if it is new, says whether it was, and lets the oldest expire if there is no more room. */
    boolean add(Measurement measurement) {
        if (!isNew(measurement)) {
            return false;
        }
        Position place = measurement.position();
        ids.put(measurement.id(), place);
        all.put(place, measurement);
        byNode.computeIfAbsent(measurement.node(), node -> new TreeMap<>()).put(place, measurement);
        byTask.computeIfAbsent(measurement.task(), task -> new TreeMap<>()).put(place, measurement);
        byPair.computeIfAbsent(pair(measurement), pair -> new TreeMap<>()).put(place, measurement);
        if (all.size() > capacity) {
            expire(all.firstKey());
        }
        return true;
    }

    /** Lets everything up to a place expire. */
    void expire(Position upTo) {
        while (!all.isEmpty() && all.firstKey().compareTo(upTo) <= 0) {
            Measurement oldest = all.pollFirstEntry().getValue();
            ids.remove(oldest.id());
            remove(byNode, oldest.node(), oldest);
            remove(byTask, oldest.task(), oldest);
            remove(byPair, pair(oldest), oldest);
        }
        if (floor == null || floor.compareTo(upTo) < 0) {
            floor = upTo;
        }
    }

    /** Returns up to where measurements have expired, if any has. */
    Optional<Position> floor() {
        return Optional.ofNullable(floor);
    }

    int size() {
        return all.size();
    }

    Page page(Query query) {
        return collect(ordered(part(source(query), query, query.after()), query), query);
    }

    Page latest(Query query) {
        NavigableMap<Position, Measurement> latest = new TreeMap<>();
        byPair.forEach((pair, history) -> {
            if (query.node().map(pair.node()::equals).orElse(true)
                    && query.task().map(pair.task()::equals).orElse(true)) {
                part(history, query, Optional.empty()).descendingMap().values().stream()
                        .filter(query::wants)
                        .findFirst()
                        .ifPresent(measurement -> latest.put(measurement.position(), measurement));
            }
        });
        return collect(ordered(part(latest, query, query.after()), query), query);
    }

    private NavigableMap<Position, Measurement> source(Query query) {
        NavigableMap<Position, Measurement> none = new TreeMap<>();
        if (query.node().isPresent() && query.task().isPresent()) {
            return byPair.getOrDefault(new Pair(query.node().get(), query.task().get()), none);
        } else if (query.node().isPresent()) {
            return byNode.getOrDefault(query.node().get(), none);
        }
        return query.task().map(task -> byTask.getOrDefault(task, none)).orElse(all);
    }

    /** The part of a history between the ends that a query names by time and place: looked up, not walked to. */
    private static NavigableMap<Position, Measurement> part(
            NavigableMap<Position, Measurement> history, Query query, Optional<Position> after) {
        Optional<Position> from = query.from().map(at -> new Position(at, ""));
        Optional<Position> until = query.until().map(at -> new Position(at, ""));
        if (after.isPresent() && query.newestFirst()) {
            until = Optional.of(
                    until.filter(end -> end.compareTo(after.get()) < 0).orElse(after.get()));
        }
        NavigableMap<Position, Measurement> part = history;
        if (until.isPresent()) {
            part = part.headMap(until.get(), false);
        }
        if (after.isPresent() && !query.newestFirst()) {
            boolean further = from.isEmpty() || from.get().compareTo(after.get()) <= 0;
            return tail(part, further ? after.get() : from.get(), !further, until);
        }
        return from.isPresent() ? tail(part, from.get(), true, until) : part;
    }

    /** A tail that begins behind the end is empty; the map itself would call that an error. */
    private static NavigableMap<Position, Measurement> tail(
            NavigableMap<Position, Measurement> part, Position from, boolean inclusive, Optional<Position> until) {
        boolean empty = until.isPresent() && from.compareTo(until.get()) >= 0;
        return empty ? new TreeMap<>() : part.tailMap(from, inclusive);
    }

    private static Collection<Measurement> ordered(NavigableMap<Position, Measurement> part, Query query) {
        return (query.newestFirst() ? part.descendingMap() : part).values();
    }

    private static Page collect(Collection<Measurement> ordered, Query query) {
        List<Measurement> found = new ArrayList<>();
        for (Measurement measurement : ordered) {
            if (found.size() > query.limit()) {
                break;
            }
            if (query.wants(measurement)) {
                found.add(measurement);
            }
        }
        return Page.of(found, query.limit());
    }

    private static Pair pair(Measurement measurement) {
        return new Pair(measurement.node(), measurement.task());
    }

    private static <K> void remove(
            Map<K, NavigableMap<Position, Measurement>> histories, K key, Measurement measurement) {
        NavigableMap<Position, Measurement> history = histories.get(key);
        if (history != null) {
            history.remove(measurement.position());
            if (history.isEmpty()) {
                histories.remove(key);
            }
        }
    }
}
