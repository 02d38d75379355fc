package network.pokt.mlqos.samples.quickstart;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.node.Node;
import org.jspecify.annotations.Nullable;

/** What the command line asked for. */
record Options(
        Optional<Path> data,
        List<Node> nodes,
        Optional<Path> tokenizer,
        OptionalInt samples,
        OptionalInt fewShot,
        OptionalInt maxLength,
        OptionalInt maxTokens,
        long seed,
        boolean stream,
        Optional<Path> journal,
        boolean shannon,
        boolean json,
        boolean help) {

    static final String USAGE = """
            Measures nodes that serve language models and prints a leaderboard that says how sure it is.

              java -jar quickstart.jar [options]

              --data DIR         use the real benchmark files DIR/gsm8k and DIR/arc_challenge (train.jsonl, test.jsonl)
              --node URL[,MODEL] measure this endpoint instead of the six simulated nodes; repeatable
              --tokenizer PATH   the nodes' tokenizer.json, or the folder it is in; needed for ARC with --node
              --samples N        questions for each node and task (default 200)
              --few-shot N       worked examples before each question (default 5; 25 for ARC)
              --max-length N     the nodes' context length in tokens (default 8192)
              --max-tokens N     the most tokens of an answer (default 512)
              --seed N           decides every random choice (default 7)
              --no-stream        ask for whole answers instead of streams; no time to first token then
              --journal FILE     remember what was measured, and go on from there when run again
              --shannon          put the simulated nodes behind a Pocket network on this machine, and relay by its protocol
              --json             print the facts as JSON
              --help             print this

            An endpoint's key, if it needs one, is taken from the environment variable OPENAI_API_KEY.
            """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a sentence for people if it makes no sense
     */
    static Options parse(String... args) {
        Path data = null;
        List<Node> nodes = new ArrayList<>();
        Path tokenizer = null;
        OptionalInt samples = OptionalInt.empty();
        OptionalInt fewShot = OptionalInt.empty();
        OptionalInt maxLength = OptionalInt.empty();
        OptionalInt maxTokens = OptionalInt.empty();
        long seed = 7;
        boolean stream = true;
        Path journal = null;
        boolean shannon = false;
        boolean json = false;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = existing(option, value(option, rest));
                case "--node" -> nodes.add(node(value(option, rest)));
                case "--tokenizer" -> tokenizer = existing(option, value(option, rest));
                case "--samples" -> samples = OptionalInt.of(number(option, value(option, rest), 1));
                case "--few-shot" -> fewShot = OptionalInt.of(number(option, value(option, rest), 0));
                case "--max-length" -> maxLength = OptionalInt.of(number(option, value(option, rest), 2));
                case "--max-tokens" -> maxTokens = OptionalInt.of(number(option, value(option, rest), 1));
                case "--seed" -> seed = number(option, value(option, rest), Integer.MIN_VALUE);
                case "--no-stream" -> stream = false;
                case "--journal" -> journal = Path.of(value(option, rest));
                case "--shannon" -> shannon = true;
                case "--json" -> json = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        if (shannon && !nodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option --shannon is for the simulated nodes, remove it or remove --node.");
        }
        return new Options(
                Optional.ofNullable(data),
                List.copyOf(nodes),
                Optional.ofNullable(tokenizer),
                samples,
                fewShot,
                maxLength,
                maxTokens,
                seed,
                stream,
                Optional.ofNullable(journal),
                shannon,
                json,
                help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static int number(String option, String value, int least) {
        @Nullable Integer number = null;
        try {
            number = Integer.valueOf(value);
        } catch (NumberFormatException e) {
            // The check below says what is wrong, for this case as well.
        }
        if (number == null || number < least) {
            throw new IllegalArgumentException(
                    "The option " + option + " needs a whole number of at least " + least + ", got '" + value + "'.");
        }
        return number;
    }

    private static Path existing(String option, String value) {
        Path path = Path.of(value);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "The option " + option + " names '" + value + "', which does not exist; give a path that does.");
        }
        return path;
    }

    private static Node node(String value) {
        int comma = value.lastIndexOf(',');
        String url = comma < 0 ? value : value.substring(0, comma);
        String model = comma < 0 ? "pocket_network" : value.substring(comma + 1);
        try {
            return Node.at(URI.create(url), model);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The option --node needs an address such as http://host:8000,model, got '" + value + "'.", e);
        }
    }
}
