package network.pokt.mlqos.signature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;
import network.pokt.mlqos.stats.Discrepancy.Stratum;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a coarser precision or another model really does to 400 prompts of a small model; fp32 is the trusted endpoint. */
final class DriftData {

    private final Map<String, Map<Integer, JsonNode>> greedy = new HashMap<>();

    private DriftData() {}

    static DriftData read() throws IOException {
        DriftData data = new DriftData();
        for (JsonNode line : lines("greedy")) {
            data.greedy
                    .computeIfAbsent(line.path("variant").asString(), v -> new TreeMap<>())
                    .put(line.path("id").asInt(), line);
        }
        return data;
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.path("data/drift").resolve(name + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                lines.add(JsonMapper.shared().readTree(line));
            }
        }
        return lines;
    }

    /** The distances of a variant's 400 answers from those of fp32, in the order of the prompts. */
    double[] distances(String variant, Signal signal) {
        Map<Integer, JsonNode> trusted = greedy.get("fp32");
        return greedy.get(variant).entrySet().stream()
                .mapToDouble(entry -> distance(trusted.get(entry.getKey()), entry.getValue(), signal))
                .toArray();
    }

    private static double distance(JsonNode trusted, JsonNode answer, Signal signal) {
        return switch (signal) {
            case GREEDY ->
                Distances.ofText(
                        trusted.path("text").asString(), answer.path("text").asString());
            case FIRST_TOKEN -> Distances.ofCandidates(candidates(trusted), candidates(answer));
            case FORCED -> Distances.ofForced(numbers(trusted.path("forced")), numbers(answer.path("forced")));
            case BORDER ->
                trusted.path("ids").path(0).asInt()
                                == answer.path("ids").path(0).asInt()
                        ? 0
                        : 1;
            default -> throw new IllegalArgumentException("There is no drift of " + signal + ".");
        };
    }

    /** The numbers of the prompts whose best two first tokens are closest on fp32. */
    List<Integer> borderPrompts(int count) {
        Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
        greedy.get("fp32").forEach((id, line) -> candidates.put(String.valueOf(id), candidates(line)));
        return BorderPrompts.select(candidates, count).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Candidate> candidates(JsonNode line) {
        List<Candidate> candidates = new ArrayList<>();
        line.path("top5")
                .forEach(pair -> candidates.add(
                        new Candidate(pair.path(0).asString(), pair.path(1).asDouble())));
        return candidates;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.path(i).asDouble();
        }
        return numbers;
    }

    /** Those of every second prompt, on which the test was not chosen. */
    static List<Stratum<String>> heldOutSamples(String variant) throws IOException {
        List<Stratum<String>> all = samples(variant);
        return IntStream.range(0, all.size())
                .filter(prompt -> prompt % 2 == 1)
                .mapToObj(all::get)
                .toList();
    }

    /** The texts at temperature 1 of fp32 and of a variant to the 25 prompts that have some. */
    static List<Stratum<String>> samples(String variant) throws IOException {
        Map<Integer, List<String>> first = new TreeMap<>();
        Map<Integer, List<String>> second = new TreeMap<>();
        for (JsonNode line : lines("samples")) {
            String of = line.path("variant").asString();
            Map<Integer, List<String>> side = of.equals("fp32") ? first : of.equals(variant) ? second : new TreeMap<>();
            side.computeIfAbsent(line.path("id").asInt(), id -> new ArrayList<>())
                    .add(line.path("text").asString());
        }
        return first.entrySet().stream()
                .map(entry -> new Stratum<>(entry.getValue(), second.get(entry.getKey())))
                .toList();
    }
}
