package network.pokt.mlqos.lmeh.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A split in the cache: {@code split.json} says what it is, {@code rows.jsonl} has a row per line, and is called
 * {@code rows.jsonl.part} until the last row is there.
 */
final class HubSplit {

    private final Path about;
    private final Path rows;
    private final Path part;

    HubSplit(Path folder) {
        this.about = folder.resolve("split.json");
        this.rows = folder.resolve("rows.jsonl");
        this.part = folder.resolve("rows.jsonl.part");
    }

    boolean isComplete() {
        return Files.isRegularFile(rows) && Files.isRegularFile(about);
    }

    Path file() {
        return rows;
    }

    /** Returns what the split is, as it was told to {@link #begin}. */
    Map<?, ?> about() throws IOException {
        try (JsonParser parser = JsonValues.parser(Files.readString(about))) {
            parser.nextToken();
            if (new JsonValues().value(parser) instanceof Map<?, ?> map) {
                return map;
            }
            throw new IOException(about + " holds no JSON object");
        }
    }

    /** Says what the split is; rows of another state of it are forgotten. */
    void begin(Map<String, Object> split) throws IOException {
        String text = JsonMapper.shared().writeValueAsString(split);
        if (!Files.exists(about) || !Files.readString(about).equals(text)) {
            Files.deleteIfExists(part);
            HubCache.write(about, text);
        }
        if (!Files.exists(part)) {
            Files.createFile(part);
        }
    }

    /** Returns how many rows are there, after removing the line that an interruption left unfinished. */
    int rowsSoFar() throws IOException {
        long position = 0;
        long whole = 0;
        int lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(part))) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                position++;
                if (each == '\n') {
                    lines++;
                    whole = position;
                }
            }
        }
        if (whole < position) {
            try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
                file.setLength(whole);
            }
        }
        return lines;
    }

    /** Adds rows and returns how many bytes there are now. */
    long append(List<?> page) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Object row : page) {
            lines.append(JsonMapper.shared().writeValueAsString(row)).append('\n');
        }
        Files.write(part, lines.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        return Files.size(part);
    }

    void complete() throws IOException {
        Files.move(part, rows, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets the rows, so that the next download begins anew. */
    void forget() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(about);
    }
}
