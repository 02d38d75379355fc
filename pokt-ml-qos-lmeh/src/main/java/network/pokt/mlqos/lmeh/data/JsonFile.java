package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A file of JSON objects: one per line, or one after the other in any layout, or in an array, or in an array in a field of
 * one large object. An array may hold texts too, which become a column {@code text}.
 *
 * @param field the field of one large object that has the documents, or null
 */
record JsonFile(@Nullable String field) implements TableFile {

    private static final Layout TEXT_COLUMN = Layout.of(List.of("text"));

    @Override
    public TypeRules rules() {
        return field == null ? TypeRules.JSON : TypeRules.TABLE;
    }

    @Override
    public void read(Reader text, Path file, Sink sink) throws IOException {
        try (JsonParser parser = JsonValues.parser(text)) {
            new Reading(file, parser, sink).documents(field);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** One pass over a file. */
    private static final class Reading {

        private final Path file;
        private final JsonParser parser;
        private final Sink sink;
        private final JsonValues values = new JsonValues();
        private int line;

        Reading(Path file, JsonParser parser, Sink sink) {
            this.file = file;
            this.parser = parser;
            this.sink = sink;
        }

        void documents(@Nullable String field) {
            try {
                if (field != null) {
                    seek(field);
                } else {
                    parser.nextToken();
                }
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.nextToken();
                }
                while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                    if (!take()) {
                        return;
                    }
                    parser.nextToken();
                }
            } catch (JacksonIOException e) {
                throw e;
            } catch (JacksonException e) {
                int place =
                        line == 0 && e.getLocation() != null ? e.getLocation().getLineNr() : line;
                throw noObject(place, e.getOriginalMessage(), e);
            } catch (JsonValues.DuplicateNameException e) {
                throw noObject(line, String.valueOf(e.getMessage()), e);
            }
        }

        private boolean take() {
            boolean inArray = parser.streamReadContext().inArray();
            line = parser.currentTokenLocation().getLineNr();
            Object value = values.value(parser);
            int begin = line;
            line = 0;
            if (value instanceof Row row) {
                return sink.take(row, begin);
            } else if (value instanceof String text && inArray) {
                return sink.take(new Row(TEXT_COLUMN, new Object[] {text}), begin);
            }
            throw noObject(begin, "it is " + (value instanceof List ? "an array" : "a single value"), null);
        }

        private void seek(String field) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    boolean found = parser.currentName().equals(field);
                    JsonToken value = parser.nextToken();
                    if (found && value == JsonToken.START_ARRAY) {
                        return;
                    }
                    parser.skipChildren();
                }
            }
            throw new DatasetException("In " + file + " no array is in the field '" + field
                    + "'; name the field that holds the documents.");
        }

        private DatasetException noObject(int place, String why, @Nullable Exception cause) {
            String message =
                    "In " + file + " line " + place + " is no JSON object (" + why + "); correct or remove the line.";
            return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
        }
    }
}
