package network.pokt.mlqos.samples.watchertemporal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;

/** What the command line asked for. */
record Options(
        Optional<String> server,
        String namespace,
        String queue,
        String store,
        List<Node> nodes,
        Optional<Path> data,
        int samples,
        long seed,
        Duration epoch,
        boolean watch,
        boolean help) {

    static final String USAGE = """
            Measures nodes with workers that may die: one Temporal workflow for each node and epoch, one activity for each sample.

              java -jar watcher-temporal.jar                        tries it with simulated nodes, a server and three workers
                                                                    in this process
              java -jar watcher-temporal.jar --server ADDRESS ...   is a worker of that Temporal server; start as many as you like

              --server HOST:PORT  the Temporal server
              --namespace NAME    its namespace (default: default)
              --queue NAME        the task queue (default pokt-ml-qos)
              --watch             also start the watch, once for all workers of the queue
              --node URL[,MODEL]  a node to measure; repeatable
              --store URL         the JDBC address of the store that all workers share (default jdbc:h2:./qos;AUTO_SERVER=TRUE);
                                  user and password from the environment: STORE_USER, STORE_PASSWORD
              --data DIR          ask GSM8K from DIR/gsm8k instead of made-up arithmetic
              --samples N         questions for each node and epoch (default 50)
              --seed N            decides which questions; keep it private and the same for all workers (default 7)
              --epoch MINUTES     how long an epoch is (default 60)
              --help              print this

            Nodes' key, if they need one, is taken from the environment variable OPENAI_API_KEY.
            """;

    static Options parse(String... args) {
        Optional<String> server = Optional.empty();
        String namespace = "default";
        String queue = "pokt-ml-qos";
        String store = "jdbc:h2:./qos;AUTO_SERVER=TRUE";
        List<Node> nodes = new ArrayList<>();
        Optional<Path> data = Optional.empty();
        int samples = 50;
        long seed = 7;
        int epoch = 60;
        boolean watch = false;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--server" -> server = Optional.of(value(option, rest));
                case "--namespace" -> namespace = value(option, rest);
                case "--queue" -> queue = value(option, rest);
                case "--store" -> store = value(option, rest);
                case "--node" -> nodes.add(node(value(option, rest)));
                case "--data" -> data = Optional.of(Path.of(value(option, rest)));
                case "--samples" -> samples = (int) number(option, value(option, rest), 1, 10_000);
                case "--seed" -> seed = number(option, value(option, rest), 0, 999_999_999_999_999_999L);
                case "--epoch" -> epoch = (int) number(option, value(option, rest), 1, 1_000_000);
                case "--watch" -> watch = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        if (server.isPresent() && nodes.isEmpty() && !help) {
            throw new IllegalArgumentException("A worker needs to know the nodes, name at least one with --node.");
        }
        return new Options(
                server,
                namespace,
                queue,
                store,
                List.copyOf(nodes),
                data,
                samples,
                seed,
                Duration.ofMinutes(epoch),
                watch,
                help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static Node node(String value) {
        String[] parts = value.split(",", 2);
        if (!parts[0].startsWith("http://") && !parts[0].startsWith("https://")) {
            throw new IllegalArgumentException(
                    "The option --node needs an address such as http://127.0.0.1:8000, got '" + value + "'.");
        }
        URI endpoint = URI.create(parts[0]);
        return parts.length == 1
                ? Node.builder(NodeId.external(endpoint), endpoint).build()
                : Node.at(endpoint, parts[1]);
    }

    private static long number(String option, String value, long least, long most) {
        long number = value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("The option " + option + " needs a whole number from " + least + " to "
                    + most + ", got '" + value + "'.");
        }
        return number;
    }
}
