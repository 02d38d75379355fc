package network.pokt.mlqos.samples.nodepicker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.node.Node;

/** What the command line asked for. */
record Options(List<Node> nodes, int samples, double accuracy, Duration firstToken, long seed, boolean help) {

    static final String USAGE = """
            Measures nodes with made-up arithmetic and prints which of them serve a need, best first, and why.

              java -jar node-picker.jar [options]

              --node URL,MODEL   a node of yours with an OpenAI interface; repeatable (default: five simulated ones).
                                 The environment's OPENAI_API_KEY is sent to it, if set.
              --samples N        puzzles asked of each node (default 100)
              --accuracy SHARE   what the lower end of a node's 95 % interval has to reach (default 0.7)
              --first-token MS   what 95 of 100 first tokens must not exceed (default 800)
              --seed N           which puzzles; take another each day (default 1)
              --help             print this
            """;

    static Options parse(String... args) {
        List<Node> nodes = new ArrayList<>();
        int samples = 100;
        double accuracy = 0.7;
        int firstToken = 800;
        int seed = 1;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--node" -> nodes.add(node(value(option, rest)));
                case "--samples" -> samples = number(option, value(option, rest), 2, 1_000);
                case "--accuracy" -> accuracy = share(option, value(option, rest));
                case "--first-token" -> firstToken = number(option, value(option, rest), 1, 600_000);
                case "--seed" -> seed = number(option, value(option, rest), 0, 9_999_999);
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        return new Options(List.copyOf(nodes), samples, accuracy, Duration.ofMillis(firstToken), seed, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static Node node(String value) {
        int comma = value.lastIndexOf(',');
        if (!value.matches("https?://.+,.+")) {
            throw new IllegalArgumentException(
                    "The option --node needs an address and a model such as http://host:8000,llama, got '" + value
                            + "'.");
        }
        return Node.at(URI.create(value.substring(0, comma)), value.substring(comma + 1));
    }

    private static double share(String option, String value) {
        double share = value.matches("[01]?\\.?\\d{1,6}") ? Double.parseDouble(value) : -1;
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException(
                    "The option " + option + " needs a share from 0 to 1, got '" + value + "'.");
        }
        return share;
    }

    private static int number(String option, String value, int least, int most) {
        int number = value.matches("\\d{1,7}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("The option " + option + " needs a whole number from " + least + " to "
                    + most + ", got '" + value + "'.");
        }
        return number;
    }
}
