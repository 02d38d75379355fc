package network.pokt.mlqos.lmeh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every task file of the harness read by PyYAML and by us. */
class PyYamlTest {

    @Test
    @Tag("long")
    void every_task_file_reads_as_pyyaml_reads_it() throws Exception {
        Path tasks = LmEval.tasks().toRealPath();
        Process export = new ProcessBuilder(
                        LmEval.python().toString(), "src/test/python/export_yaml.py", tasks.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        YamlReader reader = new YamlReader(YamlLimits.standard());
        TaskFiles files = new TaskFiles(YamlLimits.standard());
        List<String> different = new ArrayList<>();
        int compared = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(export.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> expected = JsonMapper.shared().readValue(line, Map.class);
                Path file = tasks.resolve((String) expected.get("path"));
                Object raw = PlainJson.of(reader.read(file), ref -> Map.of("!function", ref.name()));
                Function<FunctionRef, Object> path = ref -> ref.folder() + "/" + ref.name();
                Object resolved = PlainJson.of(files.load(file), path);
                if (!PlainJson.read(expected.get("raw")).equals(raw)
                        || !PlainJson.read(expected.get("resolved")).equals(resolved)) {
                    different.add(file.toString());
                }
                compared++;
            }
        }
        assertThat(export.waitFor()).isZero();
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(10_000);
        System.out.println(compared + " task files read as PyYAML reads them.");
    }
}
