package network.pokt.mlqos.samples.gateway;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;

/** What the command line asked for. */
record Options(
        String host,
        int port,
        int adminPort,
        Optional<Path> keys,
        Optional<Path> profiles,
        List<Node> nodes,
        Optional<Pocket> pocket,
        boolean help) {

    static final String USAGE = """
            An OpenAI-compatible gateway in front of Pocket nodes.

              java -jar gateway.jar [options]

              Without options it serves simulated nodes on a Pocket network of its own, on this machine.

              --pocket FULLNODE,APPLICATION,SERVICE
                                serve this service of Pocket Network: the address of a full node, of the application that
                                pays, and the service id. The application's key is read from the environment's
                                POKT_APPLICATION_KEY (64 hex digits).
              --node URL,MODEL  serve this OpenAI-compatible server instead; repeatable
              --keys FILE       who may ask, one customer a line: name, SHA-256 of the key in hex, requests a second, USD a
                                day (default: the key 'demo')
              --profiles FILE   what is known of the nodes, as a profile book saved it
              --host ADDRESS    where to listen (default 127.0.0.1)
              --port N          the port for clients (default 8080; 0 for any free one)
              --admin-port N    the port for /admin and /metrics, on 127.0.0.1 only (default 8081; 0 for any free one)
              --help            print this
            """;

    /** A service of Pocket Network and who pays for it. */
    record Pocket(URI fullNode, String application, String service) {}

    static Options parse(String... args) {
        String host = "127.0.0.1";
        int port = 8080;
        int adminPort = 8081;
        Optional<Path> keys = Optional.empty();
        Optional<Path> profiles = Optional.empty();
        List<Node> nodes = new ArrayList<>();
        Optional<Pocket> pocket = Optional.empty();
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--pocket" -> pocket = Optional.of(pocket(value(option, rest)));
                case "--node" -> nodes.add(node(value(option, rest)));
                case "--keys" -> keys = Optional.of(file(option, value(option, rest)));
                case "--profiles" -> profiles = Optional.of(file(option, value(option, rest)));
                case "--host" -> host = value(option, rest);
                case "--port" -> port = port(option, value(option, rest));
                case "--admin-port" -> adminPort = port(option, value(option, rest));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        if (pocket.isPresent() && !nodes.isEmpty()) {
            throw new IllegalArgumentException("The options --pocket and --node exclude each other.");
        }
        return new Options(host, port, adminPort, keys, profiles, List.copyOf(nodes), pocket, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static Path file(String option, String value) {
        Path file = Path.of(value);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The option " + option + " needs a file, got '" + value + "', which is none.");
        }
        return file;
    }

    private static Pocket pocket(String value) {
        if (!value.matches("https?://[^,]+,pokt1[0-9a-z]+,[^,]+")) {
            throw new IllegalArgumentException(
                    "The option --pocket needs FULLNODE,APPLICATION,SERVICE such as https://host,pokt1...,llm, got '"
                            + value + "'.");
        }
        String[] parts = value.split(",", -1);
        return new Pocket(URI.create(parts[0]), parts[1], parts[2]);
    }

    private static Node node(String value) {
        if (!value.matches("https?://.+,.+")) {
            throw new IllegalArgumentException(
                    "The option --node needs an address and a model such as http://host:8000,llama, got '" + value
                            + "'.");
        }
        int comma = value.lastIndexOf(',');
        return Node.at(URI.create(value.substring(0, comma)), value.substring(comma + 1));
    }

    private static int port(String option, String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The option " + option + " needs a port from 0 to 65535, got '" + value + "'.");
        }
        return port;
    }
}
