package network.pokt.mlqos.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of expected values that text_metric_tables.py wrote, and how to read them. */
final class Table {

    private Table() {}

    static List<JsonNode> rows(String resource) {
        try (InputStream stream = Table.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "There is no table " + resource + ", write it with text_metric_tables.py.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asString()));
        return strings;
    }

    static List<Double> doubles(JsonNode array) {
        List<Double> doubles = new ArrayList<>();
        array.forEach(element -> doubles.add(element.asDouble()));
        return doubles;
    }

    static List<Classified<Integer>> classified(JsonNode gold, JsonNode predicted) {
        List<Classified<Integer>> samples = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            samples.add(new Classified<>(gold.get(i).asInt(), predicted.get(i).asInt()));
        }
        return samples;
    }
}
