package network.pokt.mlqos.samples.lmehcli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.pokt.mlqos.lmeh.config.DocSelection;
import network.pokt.mlqos.lmeh.config.RunOverrides;
import network.pokt.mlqos.lmeh.result.RunConfig.Seeds;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Budget;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command line asks for. */
final class Options {

    private static final Set<String> OWN_NAMES = Set.of(
            "--model",
            "--model_args",
            "--tasks",
            "--include_path",
            "--data",
            "--cache",
            "--num_fewshot",
            "--limit",
            "--samples",
            "--gen_kwargs",
            "--fewshot_as_multiturn",
            "--system_instruction",
            "--seed",
            "--bootstrap_iters",
            "--batch_size",
            "--output_path",
            "--nodes",
            "--budget",
            "--resume");
    private static final Set<String> NAMES = Stream.of(OWN_NAMES, ReleaseOptions.NAMES, MatchOptions.NAMES)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    private static final Set<String> FLAGS = Set.of(
            "--apply_chat_template", "--log_samples", "--offline", "--no_probe", "--written_choices", "--help", "-h");

    private final Arguments arguments;

    private Options(Arguments arguments) {
        this.arguments = arguments;
    }

    static Options parse(String... words) {
        return new Options(Arguments.ofCommandLine(NAMES, FLAGS, words));
    }

    boolean help() {
        return arguments.flag("--help", false) || arguments.flag("-h", false);
    }

    ModelOptions model() {
        return ModelOptions.parse(
                arguments.text("--model", "local-completions"),
                arguments.text("--model_args", ""),
                arguments.whole("--batch_size", 1, 1));
    }

    List<String> tasks() {
        return Arrays.stream(arguments.required("--tasks").split(","))
                .map(String::strip)
                .toList();
    }

    List<Path> includePaths() {
        return arguments.all("--include_path").stream()
                .map(path -> existing("--include_path", path))
                .toList();
    }

    ReleaseOptions release() {
        return new ReleaseOptions(arguments, cache(), offline());
    }

    MatchOptions matching() {
        return new MatchOptions(arguments);
    }

    /** Returns folders by the names of the datasets that they hold. */
    Map<String, Path> copies() {
        Map<String, Path> copies = new LinkedHashMap<>();
        for (String pair : arguments.all("--data")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "The option --data is '" + pair + "'; give DATASET=FOLDER, such as openai/gsm8k=data/gsm8k.");
            }
            copies.put(pair.substring(0, equals), existing("--data", pair.substring(equals + 1)));
        }
        return copies;
    }

    Optional<Path> cache() {
        return arguments.text("--cache").map(Path::of);
    }

    boolean offline() {
        return arguments.flag("--offline", false);
    }

    RunOverrides overrides() {
        RunOverrides overrides = RunOverrides.none();
        if (arguments.text("--num_fewshot").isPresent()) {
            overrides = overrides.numFewShot(arguments.whole("--num_fewshot", 0, 0));
        }
        Map<String, @Nullable Object> generation = generation();
        return generation.isEmpty() ? overrides : overrides.generation(generation);
    }

    /** Returns {@code --gen_kwargs}, in which numbers and truth values are such. */
    Map<String, @Nullable Object> generation() {
        Map<String, @Nullable Object> generation = new LinkedHashMap<>();
        Arguments.ofPairs("--gen_kwargs", Set.of(), arguments.text("--gen_kwargs", ""))
                .last()
                .forEach((name, value) -> generation.put(name, value(value)));
        return generation;
    }

    private static Object value(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(text);
        } else if (text.matches("-?[0-9]*\\.[0-9]+([eE]-?[0-9]+)?")) {
            return Double.valueOf(text);
        }
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? (Object) Boolean.valueOf(text) : text;
    }

    /** Returns the number or fraction that {@code --limit} gives. */
    Optional<Double> limit() {
        return arguments.number("--limit");
    }

    /** Returns which documents of a task are asked. */
    DocSelection documents(String task) {
        JsonNode chosen = samples();
        if (chosen.has(task)) {
            Set<Integer> indices = new TreeSet<>();
            chosen.get(task).forEach(index -> indices.add(index.asInt()));
            return new DocSelection.Indices(new TreeSet<>(indices));
        }
        return limit().map(DocSelection::limit).orElse(DocSelection.ALL);
    }

    private JsonNode samples() {
        String text = arguments.text("--samples", "{}");
        try {
            return JsonMapper.shared().readTree(text.startsWith("{") ? text : Files.readString(Path.of(text)));
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(
                    "The option --samples is '" + text + "', which is neither {\"task\": [0, 1]} nor a file with that.",
                    e);
        }
    }

    boolean chat() {
        return arguments.flag("--apply_chat_template", false);
    }

    /** Returns whether examples are turns of their own, which they are unless it is said otherwise. */
    boolean fewShotAsTurns() {
        return arguments.flag("--fewshot_as_multiturn", true);
    }

    Optional<String> systemInstruction() {
        return arguments.text("--system_instruction");
    }

    Seeds seeds() {
        String text = arguments.text("--seed", "0,1234,1234,1234");
        String[] parts = text.split(",");
        try {
            int[] seeds = Arrays.stream(parts)
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (seeds.length == 1) {
                return new Seeds(seeds[0], seeds[0], seeds[0], seeds[0]);
            } else if (seeds.length == 4) {
                return new Seeds(seeds[0], seeds[1], seeds[2], seeds[3]);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a wrong number of them.
        }
        throw new IllegalArgumentException("The option --seed is '" + text + "'; give one whole number, or four.");
    }

    int bootstrapIterations() {
        return arguments.whole("--bootstrap_iters", 0, 100_000);
    }

    Optional<Path> outputPath() {
        return arguments.text("--output_path").map(Path::of);
    }

    boolean logSamples() {
        return arguments.flag("--log_samples", false);
    }

    /** Returns the endpoints to measure. */
    List<Node> nodes(ModelOptions model) {
        Optional<String> file = arguments.text("--nodes");
        if (file.isEmpty()) {
            return List.of(model.node());
        }
        List<Node> nodes = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(existing("--nodes", file.get()))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split(",", 2);
                    nodes.add(Node.at(URI.create(parts[0]), parts.length == 2 ? parts[1] : model.name()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of --nodes cannot be read: " + e.getMessage(), e);
        }
        return nodes;
    }

    Budget budget() {
        int relays = arguments.whole("--budget", 1, 0);
        return relays == 0
                ? Budget.unlimited()
                : Budget.builder().relays(relays).build();
    }

    boolean writtenChoices() {
        return arguments.flag("--written_choices", false);
    }

    /** Returns whether endpoints are asked first whether they can give log-likelihoods. */
    boolean probes() {
        return !arguments.flag("--no_probe", false);
    }

    Optional<Path> journal() {
        return arguments.text("--resume").map(Path::of);
    }

    private static Path existing(String option, String value) {
        Path path = Path.of(value);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "The option " + option + " names '" + value + "', which does not exist; give a path that does.");
        }
        return path;
    }
}
