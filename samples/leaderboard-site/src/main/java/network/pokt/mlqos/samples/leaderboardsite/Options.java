package network.pokt.mlqos.samples.leaderboardsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.samples.leaderboardsite.measure.Database;
import org.jspecify.annotations.Nullable;

/** What the command line asked for. */
record Options(
        Path folder,
        String database,
        String host,
        int port,
        List<Node> nodes,
        int simulated,
        int days,
        Duration every,
        int perSecond,
        boolean behindProxy,
        long seed,
        boolean help) {

    static final String USAGE = """
        Measures nodes for ever and shows what it found: a leaderboard, a status API, a signed ledger.

          java -jar leaderboard-site.jar [options]
          java -jar leaderboard-site.jar verify LEDGER PUBLIC-KEY [HEAD]

          --data DIR         where ledger, profiles and, by default, the database are (default leaderboard-data)
          --database URL     a JDBC URL of PostgreSQL or H2 (default: H2 in DIR)
          --host ADDRESS     where to listen (default 127.0.0.1)
          --port N           at which port (default 8080; 0 for a free one)
          --node URL[,MODEL] measure this endpoint instead of simulated nodes; repeatable
          --simulated N      how many nodes to simulate (default 12)
          --days N           how many days of them to simulate before today if the database is empty (default 14)
          --simulate-month   the same as --simulated 50 --days 30
          --every MINUTES    the mean time between two errands to a node for a task (default 180)
          --rate N           requests a second that each address may send (default 20)
          --behind-proxy     take who asks from the last X-Forwarded-For, which a proxy of yours sets
          --seed N           decides which questions come when; keep it secret (default 7)
          --help             print this

        verify checks a copy of a ledger against the owner's public key, and against a head that was published
        earlier if a file with one is given.

        The database's password, if it is not in the URL, is taken from the environment variable DATABASE_PASSWORD,
        an endpoint's key from OPENAI_API_KEY.
        """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a sentence for people if it makes no sense
     */
    static Options parse(List<String> args) {
        Path folder = Path.of("leaderboard-data");
        @Nullable String database = null;
        String host = "127.0.0.1";
        int port = 8080;
        List<Node> nodes = new ArrayList<>();
        int simulated = 12;
        int days = 14;
        int every = 180;
        int perSecond = 20;
        boolean behindProxy = false;
        long seed = 7;
        boolean help = false;
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> folder = Path.of(value(option, rest));
                case "--database" -> database = value(option, rest);
                case "--host" -> host = value(option, rest);
                case "--port" -> port = number(option, value(option, rest), 0, 65_535);
                case "--node" -> nodes.add(node(value(option, rest)));
                case "--simulated" -> simulated = number(option, value(option, rest), 1, 1_000);
                case "--days" -> days = number(option, value(option, rest), 0, 366);
                case "--simulate-month" -> {
                    simulated = 50;
                    days = 30;
                }
                case "--every" -> every = number(option, value(option, rest), 1, 100_000);
                case "--rate" -> perSecond = number(option, value(option, rest), 1, 100_000);
                case "--behind-proxy" -> behindProxy = true;
                case "--seed" -> seed = number(option, value(option, rest), 0, Integer.MAX_VALUE);
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        return new Options(
                folder,
                Optional.ofNullable(database).orElse(Database.inFolder(folder)),
                host,
                port,
                List.copyOf(nodes),
                simulated,
                days,
                Duration.ofMinutes(every),
                perSecond,
                behindProxy,
                seed,
                help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static int number(String option, String value, int least, int most) {
        long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("The option " + option + " needs a whole number from " + least + " to "
                    + most + ", got '" + value + "'.");
        }
        return (int) number;
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
