package network.pokt.mlqos.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Jinja2 3.1.6 on CPython 3.11 made of templates: lines of JSON, and their values as templates take them. */
final class Recorded {

    /** The moment at which all recordings were made. */
    static final TimeSource TIME = new TimeSource() {
        @Override
        public Instant now() {
            return Instant.parse("2025-01-02T03:04:05Z");
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Scheduled schedule(Duration delay, Runnable action) {
            throw new UnsupportedOperationException("Templates do not wait.");
        }
    };

    static final JinjaEnvironment CHAT = JinjaEnvironment.forChatTemplates(TIME, ZoneOffset.UTC);

    private Recorded() {}

    /** Returns the environment of a recording: {@code ws} and a sum of 1 (trims), 2 (strips) and 4 (keeps the last break). */
    static JinjaEnvironment environment(String name) {
        return switch (name) {
            case "task" -> JinjaEnvironment.forTasks();
            case "chat" -> CHAT;
            case "plain" -> JinjaEnvironment.builder().build();
            default -> {
                int bits = Integer.parseInt(name.substring("ws".length()));
                yield JinjaEnvironment.builder()
                        .trimBlocks((bits & 1) != 0)
                        .lstripBlocks((bits & 2) != 0)
                        .keepTrailingNewline((bits & 4) != 0)
                        .build();
            }
        };
    }

    static List<JsonNode> resource(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name)) {
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> file(Path path) {
        try {
            return lines(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> lines(String text) {
        return text.lines().map(JsonMapper.shared()::readTree).toList();
    }

    /** Returns an object as the variables of a template. */
    static Map<String, @Nullable Object> variables(JsonNode object) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        object.properties().forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
        return variables;
    }

    /** Returns a value as Python's {@code json.loads} does. */
    static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isString()) {
            return node.asString();
        } else if (node.isBoolean()) {
            return node.asBoolean();
        } else if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.asLong() : node.bigIntegerValue();
        } else if (node.isNumber()) {
            return node.asDouble();
        } else if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        return variables(node);
    }
}
