package network.pokt.mlqos.samples.localnetwork;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.local.LocalAccount;
import network.pokt.mlqos.relay.local.LocalMiner;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** Starts a Pocket network on this machine and says how to reach it. */
public final class LocalNetwork {

    private static final String SERVICE = "llm";
    private static final long COMPUTE_UNITS = 100;
    private static final String APPLICATION = "app";

    /** Long enough for a slow model behind a supplier. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Options options;
    private final PrintStream out;

    LocalNetwork(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 when all went well, 1 when a relay failed in a check, 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException, InterruptedException {
        // This program owns its JVM; without this the JDK's server lets small writes wait for each other, up to 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            return new LocalNetwork(options, out).run();
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int run() throws IOException, InterruptedException {
        try (EchoServer echo = EchoServer.start();
                LocalPocket pocket = start(echo.uri())) {
            describe(pocket);
            if (options.check()) {
                return check(pocket);
            }
            out.println("It runs until you stop it with Ctrl-C.");
            Thread.currentThread().join();
            return 0;
        }
    }

    private LocalPocket start(URI echo) throws IOException {
        List<URI> backends =
                options.backends().isEmpty() ? Collections.nCopies(options.suppliers(), echo) : options.backends();
        LocalPocket.Builder network = LocalPocket.builder()
                .service(SERVICE, COMPUTE_UNITS)
                .application(APPLICATION, SERVICE)
                .blockTime(options.blockTime())
                .port(options.port());
        for (int i = 0; i < backends.size(); i++) {
            network.supplier("supplier" + (i + 1), SERVICE, backends.get(i), options.style());
        }
        return network.start();
    }

    private void describe(LocalPocket pocket) {
        LocalAccount application = pocket.account(APPLICATION);
        out.println("A Pocket network on this machine. Its keys follow from names and protect nothing.");
        out.println();
        out.println("full node      " + pocket.uri() + "  (REST, and CometBFT's /status and /abci_query)");
        out.println("service        " + SERVICE);
        out.println("application    " + application.address());
        out.println("its key        " + application.secretHex());
        for (LocalMiner miner : pocket.miners()) {
            out.println("supplier       " + miner.account().address() + "  at " + miner.uri());
        }
        out.println("session        " + pocket.session(APPLICATION, SERVICE).sessionId());
        out.println();
    }

    private int check(LocalPocket pocket) throws InterruptedException {
        int failures = 0;
        try (ShannonTransport transport = pocket.transport().build()) {
            transport.connect().join();
            for (Node node : transport.directory().nodes()) {
                RelayOutcome outcome =
                        transport.send(node, RelayRequest.get("/v1/models").withTimeout(PATIENCE));
                boolean answered = outcome instanceof RelayResponse response && response.status() == 200;
                failures += answered ? 0 : 1;
                out.println(String.format(
                        Locale.ROOT,
                        "%s  %s in %.1f ms: %s",
                        answered ? "ok    " : "failed",
                        node,
                        outcome.timing().total().toNanos() / 1e6,
                        outcome));
            }
        }
        return failures == 0 ? 0 : 1;
    }
}
