package network.pokt.mlqos.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a segment is spelled and read: what is torn at its end is told from what is damaged within. */
final class SegmentLines {

    /** Ends the name of a file that is still being written and means nothing yet. */
    static final String DRAFT = ".draft";

    private static final String FORMAT = "pokt-ml-qos measurements 1";

    private static final JsonMapper MAPPER = new JsonMapper();

    private SegmentLines() {}

    /** What a segment was found to hold: up to where measurements have expired, and where its last good line ends. */
    record Found(Optional<Position> floor, long end) {}

    static String header(Optional<Position> floor) {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT);
        floor.ifPresent(place -> json.put("expiredAt", place.at().toString()).put("expiredId", place.id()));
        return MAPPER.writeValueAsString(json);
    }

    /**
     * Gives all measurements of a file to a consumer.
     *
     * @param last whether it is the newest segment, whose end a crash may have torn: an end of it without one good line in it
     *     was never acknowledged
     * @throws StoreException if the file is damaged, or another kind of file
     */
    static Found read(Path path, boolean last, Consumer<Measurement> consumer) throws IOException {
        try (LineReader reader = new LineReader(path)) {
            LineReader.Line header = reader.next();
            if (header == null || !header.ended()) {
                return new Found(Optional.empty(), 0);
            }
            Optional<Position> floor = floor(path, header.text() == null ? "" : header.text());
            long offset = header.bytes();
            long end = offset;
            long number = 1;
            String damage = "";
            for (LineReader.Line line; (line = reader.next()) != null; ) {
                number++;
                offset += line.bytes();
                String problem = take(line, consumer, damage.isEmpty());
                if (problem.isEmpty() && !damage.isEmpty()) {
                    throw new StoreException(damage);
                } else if (problem.isEmpty()) {
                    end = offset;
                } else if (damage.isEmpty()) {
                    damage = "Line " + number + " of " + path + " cannot be read: " + problem
                            + "; restore the file from a copy, or remove that line.";
                }
            }
            if (!damage.isEmpty() && !last) {
                throw new StoreException(damage);
            }
            return new Found(floor, end);
        }
    }

    private static String take(LineReader.Line line, Consumer<Measurement> consumer, boolean wanted) {
        if (line.text() == null) {
            return line.ended() ? "it is no text" : "it has no end";
        }
        try {
            Measurement measurement = MeasurementJson.read(line.text());
            if (wanted) {
                consumer.accept(measurement);
            }
            return "";
        } catch (IllegalArgumentException | ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Optional<Position> floor(Path path, String header) {
        try {
            JsonNode json = MAPPER.readTree(header);
            if (json.path("format").asString("").equals(FORMAT)) {
                return json.has("expiredAt")
                        ? Optional.of(new Position(
                                Instant.parse(json.path("expiredAt").asString("")),
                                json.path("expiredId").asString("")))
                        : Optional.empty();
            }
        } catch (JacksonException | DateTimeException e) {
            throw new StoreException("The first line of " + path + " cannot be read, restore the file from a copy.", e);
        }
        throw new StoreException("The file " + path + " is no " + FORMAT + ", give the store a folder of its own.");
    }
}
