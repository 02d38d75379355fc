package network.pokt.mlqos.samples.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.samples.gateway.SimulatedModel.Manner;
import network.pokt.mlqos.time.TimeSource;

/** An OpenAI-compatible gateway in front of Pocket nodes: whoever has a key asks, the router finds who answers. */
public final class Gateway implements AutoCloseable {

    private final GatewayServer server;
    private final AdminServer admin;

    private Gateway(GatewayServer server, AdminServer admin) {
        this.server = server;
        this.admin = admin;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Serves until it is interrupted; returns the exit code 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException, InterruptedException {
        // This program owns its JVM, and simulated nodes start servers first.
        GatewayServer.boundTheServer();
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            try (Nodes nodes = nodes(options)) {
                nodes.warmUp();
                try (Gateway gateway = start(options, nodes, customers(options))) {
                    describe(out, gateway, nodes, options);
                    Thread.currentThread().join();
                }
            }
            return 0;
        } catch (IllegalArgumentException | MlQosException e) {
            err.println(e.getMessage());
            return 2;
        } catch (SocketException e) {
            err.println("The gateway cannot listen (" + e.getMessage()
                    + "), choose another address with --host, --port and --admin-port.");
            return 2;
        }
    }

    /** Starts a gateway over these nodes, which stay open when it closes. */
    static Gateway start(Options options, Nodes nodes, Customers customers) throws IOException {
        Metrics metrics = new Metrics();
        ProfileBook profiles = ProfileBook.builder(TimeSource.system()).build();
        if (options.profiles().isPresent()) {
            try (Reader saved = Files.newBufferedReader(options.profiles().get())) {
                profiles.load(saved);
            }
        }
        QosRouter router = QosRouter.builder(nodes.directory())
                .transport(nodes.transport())
                .profiles(profiles)
                .listener(metrics)
                .build();
        metrics.watch(router, nodes.directory());
        Completions completions = new Completions(router, nodes.directory(), metrics);
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        GatewayServer server = GatewayServer.start(address, customers, completions, nodes.directory(), metrics);
        try {
            AdminPage page = new AdminPage(router, nodes, customers);
            return new Gateway(server, AdminServer.start(options.adminPort(), page, metrics));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static Nodes nodes(Options options) throws IOException {
        if (options.pocket().isPresent()) {
            Options.Pocket pocket = options.pocket().get();
            return Nodes.pocket(pocket.fullNode(), pocket.application(), pocket.service(), key());
        }
        return options.nodes().isEmpty() ? Nodes.simulated(simulatedServices()) : Nodes.direct(options.nodes());
    }

    private static PocketPrivateKey key() {
        String hex = Optional.ofNullable(System.getenv("POKT_APPLICATION_KEY")).orElse("");
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "The environment's POKT_APPLICATION_KEY must hold the application's key, 64 hex digits.");
        }
        return PocketPrivateKey.of(HexFormat.of().parseHex(hex));
    }

    /** Two services worth routing for: among the small models one fails now and then, of the large ones one is slow. */
    private static Map<String, List<Manner>> simulatedServices() {
        Map<String, List<Manner>> services = new LinkedHashMap<>();
        services.put(
                "simulated-small",
                List.of(manner("quick", 40, 4, 0), manner("steady", 80, 8, 0), manner("flaky", 40, 4, 4)));
        services.put("simulated-large", List.of(manner("strong", 150, 15, 0), manner("slow", 600, 40, 0)));
        return services;
    }

    private static Manner manner(String name, int firstTokenMs, int perTokenMs, int failsEach) {
        return new Manner(
                "simulated-" + name, Duration.ofMillis(firstTokenMs), Duration.ofMillis(perTokenMs), failsEach);
    }

    private static Customers customers(Options options) throws IOException {
        return options.keys().isPresent()
                ? Customers.read(options.keys().get(), TimeSource.system())
                : Customers.demo(TimeSource.system());
    }

    private static void describe(PrintStream out, Gateway gateway, Nodes nodes, Options options) {
        if (!nodes.notice().isEmpty()) {
            out.println(nodes.notice());
            nodes.names().forEach((address, name) -> out.println("  " + address + "  " + name));
            out.println();
        }
        out.println("clients   http://" + options.host() + ":" + gateway.port() + "/v1");
        out.println("nodes     " + gateway.admin());
        out.println();
        if (options.keys().isEmpty()) {
            out.println("Try:  curl http://" + options.host() + ":" + gateway.port() + "/v1/chat/completions"
                    + " -H 'Authorization: Bearer " + Customers.DEMO_KEY + "' \\");
            out.println("        -d '{\"model\": \"" + ClientRequest.ANY_MODEL
                    + "\", \"messages\": [{\"role\": \"user\", \"content\": \"hello\"}]}'");
        }
        out.println("It runs until you stop it with Ctrl-C.");
    }

    int port() {
        return server.port();
    }

    URI admin() {
        return admin.uri();
    }

    @Override
    public void close() {
        server.close();
        admin.close();
    }
}
