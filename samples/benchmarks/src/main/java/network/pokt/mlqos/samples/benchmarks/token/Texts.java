package network.pokt.mlqos.samples.benchmarks.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real documents: GSM8K questions with their answers, HumanEval prompts with their solutions, IFEval prompts. */
final class Texts {

    private static final Map<String, List<String>> FIELDS = Map.of(
            "gsm8k/test.jsonl", List.of("question", "answer"),
            "humaneval/test.jsonl", List.of("prompt", "canonical_solution"),
            "ifeval/train.jsonl", List.of("prompt"));

    /** What a short string is: the beginning of a document, about three words. */
    private static final int SHORT = 12;

    private Texts() {}

    static List<String> documents(Path data) throws IOException {
        List<String> documents = new ArrayList<>();
        for (String file : FIELDS.keySet().stream().sorted().toList()) {
            for (String line : Files.readAllLines(data.resolve(file))) {
                JsonNode row = JsonMapper.shared().readTree(line);
                List<String> parts = FIELDS.getOrDefault(file, List.of()).stream()
                        .map(field -> row.path(field).asString(""))
                        .toList();
                documents.add(String.join("\n", parts));
            }
        }
        return documents;
    }

    static List<String> shortened(List<String> documents) {
        return documents.stream()
                .map(text -> text.substring(0, Math.min(SHORT, text.length())))
                .toList();
    }
}
