package network.pokt.mlqos.leaderboard;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A board as it stood at a moment: what is kept to see who rose and who fell. Immutable.
 *
 * @param at when
 * @param rule what the nodes were ranked by
 * @param places best first
 */
public record BoardSnapshot(Instant at, String rule, List<Place> places) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public BoardSnapshot {
        places = List.copyOf(places);
    }

    /**
     * A node in a snapshot.
     *
     * @param value what it was ranked by, NaN if that was not known
     * @param lower the lower end of its interval
     * @param upper the upper end
     */
    public record Place(NodeId node, double value, double lower, double upper, RankInterval rank, boolean partial) {}

    /**
     * What became of a node between two snapshots.
     *
     * @param before its place in the earlier one, empty for a newcomer
     * @param after its place in the later one, empty for a node that is gone
     * @param changed whether the two intervals do not even touch, so that chance alone did not do it
     */
    public record Move(NodeId node, Optional<Place> before, Optional<Place> after, boolean changed) {}

    static BoardSnapshot of(Instant at, Board board) {
        return new BoardSnapshot(
                at,
                board.rule(),
                board.lines().stream()
                        .map(line -> new Place(
                                line.node(),
                                line.value().value(),
                                line.value().interval().lower(),
                                line.value().interval().upper(),
                                line.rank(),
                                line.partial()))
                        .toList());
    }

    /**
     * Returns what became of each node since an earlier snapshot, those of this one first.
     *
     * @throws IllegalArgumentException if it was ranked by another rule
     */
    public List<Move> since(BoardSnapshot earlier) {
        if (!earlier.rule.equals(rule)) {
            throw new IllegalArgumentException("A board by '" + rule + "' cannot be compared with one by '"
                    + earlier.rule + "'; take snapshots of the same rule.");
        }
        List<Move> moves = new ArrayList<>();
        for (Place place : places) {
            Optional<Place> before = earlier.of(place.node());
            moves.add(new Move(
                    place.node(),
                    before,
                    Optional.of(place),
                    before.filter(old -> old.upper() < place.lower() || place.upper() < old.lower())
                            .isPresent()));
        }
        earlier.places.stream()
                .filter(place -> of(place.node()).isEmpty())
                .forEach(gone -> moves.add(new Move(gone.node(), Optional.of(gone), Optional.empty(), false)));
        return moves;
    }

    /** Returns a node's place, if it has one. */
    public Optional<Place> of(NodeId node) {
        return places.stream().filter(place -> place.node().equals(node)).findFirst();
    }

    /** Returns the snapshot as one line of JSON; numbers that are not known or have no end are left out. */
    public String json() {
        ObjectNode json = MAPPER.createObjectNode().put("at", at.toString()).put("rule", rule);
        ArrayNode nodes = json.putArray("nodes");
        for (Place place : places) {
            ObjectNode node = nodes.addObject()
                    .put("supplier", place.node().supplier())
                    .put("service", place.node().service());
            put(node, "value", place.value());
            put(node, "lower", place.lower());
            put(node, "upper", place.upper());
            node.put("best", place.rank().best())
                    .put("worst", place.rank().worst())
                    .put("partial", place.partial());
        }
        return MAPPER.writeValueAsString(json);
    }

    private static void put(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.put(field, value);
        }
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static BoardSnapshot parse(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            List<Place> places = new ArrayList<>();
            for (JsonNode node : root.path("nodes")) {
                places.add(new Place(
                        new NodeId(
                                node.path("supplier").asString(""),
                                node.path("service").asString("")),
                        node.path("value").asDouble(Double.NaN),
                        node.path("lower").asDouble(Double.NEGATIVE_INFINITY),
                        node.path("upper").asDouble(Double.POSITIVE_INFINITY),
                        new RankInterval(
                                node.path("best").asInt(0), node.path("worst").asInt(0)),
                        node.path("partial").asBoolean(false)));
            }
            return new BoardSnapshot(
                    Instant.parse(root.path("at").asString("")),
                    root.path("rule").asString(""),
                    places);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("This is no snapshot of a board; give a line that json() wrote.", e);
        }
    }
}
