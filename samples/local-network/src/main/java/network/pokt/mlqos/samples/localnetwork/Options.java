package network.pokt.mlqos.samples.localnetwork;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.relay.local.MinerStyle;

/** What the command line asked for. */
record Options(
        List<URI> backends,
        int suppliers,
        MinerStyle style,
        int port,
        Duration blockTime,
        boolean check,
        boolean help) {

    static final String USAGE = """
            Starts a Pocket network on this machine: a full node and relay miners that check, meter and sign as real ones do.

              java -jar local-network.jar [options]

              --backend URL      put a miner in front of this OpenAI-compatible server; repeatable (default: an echo)
              --suppliers N      how many suppliers there are if no backend is named (default 3)
              --style STYLE      which relay miner they behave as: ha or classic (default ha)
              --port N           the full node's port, miners take those after it (default 1317; 0 for any free ones)
              --block-time MS    how long a block takes; a session has 10 (default 6000)
              --check            send a relay to every supplier, say what came of it, and end
              --help             print this
            """;

    static Options parse(String... args) {
        List<URI> backends = new ArrayList<>();
        int suppliers = 3;
        MinerStyle style = MinerStyle.HA;
        int port = 1317;
        int blockTime = 6_000;
        boolean check = false;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--backend" -> backends.add(address(value(option, rest)));
                case "--suppliers" -> suppliers = number(option, value(option, rest), 1, 100);
                case "--style" -> style = style(value(option, rest));
                case "--port" -> port = number(option, value(option, rest), 0, 65_000);
                case "--block-time" -> blockTime = number(option, value(option, rest), 50, 3_600_000);
                case "--check" -> check = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("There is no option '" + option + "', see --help.");
            }
        }
        return new Options(List.copyOf(backends), suppliers, style, port, Duration.ofMillis(blockTime), check, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value, see --help.");
        }
        return rest.next();
    }

    private static URI address(String value) {
        boolean http = value.startsWith("http://") || value.startsWith("https://");
        if (http) {
            return URI.create(value);
        }
        throw new IllegalArgumentException(
                "The option --backend needs an address such as http://127.0.0.1:8000, got '" + value + "'.");
    }

    private static MinerStyle style(String value) {
        return switch (value) {
            case "ha" -> MinerStyle.HA;
            case "classic" -> MinerStyle.CLASSIC;
            default -> throw new IllegalArgumentException("The option --style is ha or classic, got '" + value + "'.");
        };
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
