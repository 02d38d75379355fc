package network.pokt.mlqos.lmeh.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.lmeh.result.PythonJson;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

/** The documents of recorded runs of lm-evaluation-harness, as it wrote them, beside what is read from their files. */
class RecordedDocumentsTest {

    @Test
    void documents_are_those_that_recorded_runs_saw() throws IOException {
        Path golden = SharedData.path("golden/lmeval");
        Datasets datasets = Datasets.builder().workingDirectory(golden).build();
        int same = 0;
        List<String> processed = new ArrayList<>();
        try (Stream<Path> folders = Files.list(golden).sorted()) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("run.json")))
                    .toList()) {
                Map<?, ?> run = json(Files.readString(folder.resolve("run.json")));
                for (Map.Entry<?, ?> leaf : ((Map<?, ?>) run.get("leaves")).entrySet()) {
                    Path samples = golden.resolve((String) leaf.getValue()).resolve("samples.jsonl.gz");
                    Map<?, ?> files = (Map<?, ?>) ((Map<?, ?>) run.get("docs")).get(leaf.getKey());
                    if (files == null || !Files.exists(samples)) {
                        continue;
                    }
                    if (isProcessed(golden.resolve((String) leaf.getValue()).resolve("task.yaml"))) {
                        processed.add((String) leaf.getKey());
                        continue;
                    }
                    same += compare(datasets, files, samples);
                }
            }
        }
        System.out.println(same + " documents are the same, not compared are those that Python changed: " + processed);
        assertThat(same).isGreaterThan(3000);
        assertThat(processed).hasSizeLessThan(20);
    }

    private static boolean isProcessed(Path taskFile) throws IOException {
        return Files.readString(taskFile).lines().anyMatch(line -> line.matches("process_docs: .*function.*"));
    }

    private static int compare(Datasets datasets, Map<?, ?> files, Path samples) throws IOException {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("data_files", files);
        String split = Stream.of("test", "validation")
                .filter(files::containsKey)
                .findFirst()
                .orElseGet(() -> (String) files.keySet().iterator().next());
        List<Doc> docs = datasets.find(new DatasetRef("json", Optional.empty(), options))
                .split(split)
                .docs();
        int compared = 0;
        for (Map<String, Object> sample : lines(samples)) {
            Doc doc = docs.get((Integer) sample.get("doc_id"));
            assertThat(PythonJson.line(doc.columns()))
                    .as(samples + " " + sample.get("doc_id"))
                    .isEqualTo(PythonJson.line(sample.get("doc")));
            compared++;
        }
        return compared;
    }

    private static List<Map<String, Object>> lines(Path samples) {
        List<Map<String, Object>> lines = new ArrayList<>();
        TextFile.readBeginning(samples, text -> {
            BufferedReader reader = new BufferedReader(text);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(document(line));
            }
            return lines;
        });
        return lines;
    }

    /** Returns the two fields that each line begins with; prompts and answers are not read. */
    private static Map<String, Object> document(String line) {
        try (JsonParser parser = JsonValues.parser(line)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            parser.nextToken();
            for (String field : List.of("doc_id", "doc")) {
                assertThat(parser.nextName()).isEqualTo(field);
                parser.nextToken();
                fields.put(field, new JsonValues().value(parser));
            }
            return fields;
        }
    }

    private static Map<?, ?> json(String text) {
        try (var parser = JsonValues.parser(text)) {
            parser.nextToken();
            return (Map<?, ?>) new JsonValues().value(parser);
        }
    }
}
