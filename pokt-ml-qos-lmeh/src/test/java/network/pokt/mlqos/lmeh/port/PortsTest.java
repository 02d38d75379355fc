package network.pokt.mlqos.lmeh.port;

import static org.assertj.core.api.Assertions.assertThat;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.pokt.mlqos.lmeh.config.LmEval;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.ContentRegistry;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.NativeFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.port.PortSources.Port;
import network.pokt.mlqos.lmeh.result.PythonJson;
import network.pokt.mlqos.stats.PythonRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Functions that are recognised by shape, beside what their originals returned: {@code ports_table.py}. */
class PortsTest {

    private static final ContentRegistry SHAPES =
            ShapeCatalog.addTo(ContentRegistry.builder()).build();

    /** As many as {@link ShapeCatalog} has. */
    private static final int SHAPE_COUNT = 20;

    @Test
    void functions_of_every_shape_return_what_was_recorded() throws IOException {
        List<String> lines;
        try (InputStream in = PortsTest.class.getResourceAsStream("ports.jsonl")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(compare(lines.stream())).hasSize(SHAPE_COUNT);
    }

    @Test
    @Tag("long")
    void functions_of_every_shape_in_an_installation_return_what_they_return_there(@TempDir Path folder)
            throws Exception {
        List<Port> ports = PortSources.all(LmEval.tasks());
        Path sources = Files.writeString(
                folder.resolve("sources.jsonl"), ports.stream().map(Port::json).collect(Collectors.joining("\n")));
        Process table = new ProcessBuilder(
                        LmEval.python().toString(), "src/test/resources/network/pokt/mlqos/lmeh/port/ports_table.py")
                .redirectInput(sources.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(compare(lines.lines()).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(ports.size());
        }
        assertThat(table.waitFor()).isZero();
    }

    /** Returns how many functions were compared of each shape. */
    private static Map<String, Integer> compare(Stream<String> lines) {
        Map<String, Integer> functions = new TreeMap<>();
        int[] cases = {0};
        lines.map(JsonMapper.shared()::readTree).forEach(line -> {
            Port port = JsonMapper.shared()
                    .readerFor(Port.class)
                    .without(FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(line);
            NativeFunction function = SHAPES.similar(
                            new PythonSource(port.place(), port.shape(), "", port.texts(), port.arguments()))
                    .orElseThrow();
            for (JsonNode each : line.get("cases")) {
                assertThat(PythonJson.line(result(function, each.get("input"))))
                        .as(port.place() + " of " + each.get("input"))
                        .isEqualTo(PythonJson.line(value(each.get("output"))));
                cases[0]++;
            }
            functions.merge(port.shape(), 1, Integer::sum);
        });
        System.out.println(cases[0] + " cases of functions compared, functions by shape: " + functions);
        return functions;
    }

    private static Object result(NativeFunction function, JsonNode input) {
        if (function instanceof DocsFunction docs) {
            List<Doc> rows = input.get(0).valueStream().map(PortsTest::doc).toList();
            return docs.apply(rows, new PythonRandom(0)).stream()
                    .map(Doc::columns)
                    .toList();
        } else if (function instanceof ResultsFunction results) {
            return results.apply(doc(input.get(0)), (List<?>) value(input.get(1)));
        }
        return ((DocFunction) function).apply(doc(input.get(0)));
    }

    private static Doc doc(JsonNode row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        row.properties().forEach(column -> columns.put(column.getKey(), value(column.getValue())));
        return Doc.of(columns, "file", 7);
    }

    private static Object value(JsonNode node) {
        return JsonMapper.shared().convertValue(node, Object.class);
    }
}
