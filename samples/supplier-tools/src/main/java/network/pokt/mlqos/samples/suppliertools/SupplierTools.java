package network.pokt.mlqos.samples.suppliertools;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.supplier.adapter.AdapterLimits;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.adapter.ServedModel;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceCheck;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceReport;
import network.pokt.mlqos.relay.supplier.stake.Checked;
import network.pokt.mlqos.relay.supplier.stake.StakePlan;

/** The command line of a supplier: {@code serve}, {@code check}, {@code plan} and {@code validate}. */
public final class SupplierTools {

    private static final String USAGE = """
            serve     --backend KIND --url URL --model NAME [--backend-model NAME] [--files FOLDER] [--context TOKENS]
                      [--port PORT] [--concurrent N] [--timeout SECONDS]
                      The environment's BACKEND_TOKEN is the model server's secret, if it wants one.
            check     --url URL --model NAME [--backend KIND] [--json]
            plan      --service ID --owner ADDRESS --public-url URL --backend-url URL --out FOLDER
                      [--operator ADDRESS] [--name NAME] [--compute-units N] [--stake UPOKT] [--timeout SECONDS]
            validate  supplier|relayminer|application|gateway FILE
            """;

    private SupplierTools() {}

    public static void main(String[] args) throws Exception {
        int code = run(System.out, System.err, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command and returns its exit code; {@code serve} returns while its server runs on. */
    static int run(PrintStream out, PrintStream err, String... args) throws IOException, InterruptedException {
        try {
            if (args.length == 0) {
                throw new IllegalArgumentException("Give a command.");
            }
            List<String> rest = List.of(args).subList(1, args.length);
            return switch (args[0]) {
                case "serve" -> serve(out, Options.of(rest));
                case "check" -> check(out, Options.of(rest));
                case "plan" -> plan(out, Options.of(rest));
                case "validate" -> validate(out, rest);
                default -> throw new IllegalArgumentException("There is no command '" + args[0] + "'.");
            };
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            err.println("KIND is one of " + String.join(", ", BackendKinds.names()) + ".");
            return 64;
        }
    }

    private static int serve(PrintStream out, Options options) throws IOException {
        AdapterServer server = AdapterServer.start(
                adapter(options),
                new InetSocketAddress(Integer.parseInt(options.get("port").orElse("8080"))));
        out.println("serving at port " + server.port());
        return 0;
    }

    static EndpointAdapter adapter(Options options) {
        String model = options.require("model");
        Backend backend = BackendKinds.of(
                options.require("backend"), options.get("backend-model").orElse(model));
        ServedModel served = new ServedModel(
                model,
                options.get("backend-model").orElse(model),
                options.get("files").map(Path::of),
                Long.parseLong(options.get("context").orElse("0")));
        AdapterLimits limits = AdapterLimits.defaults()
                .withConcurrent(Integer.parseInt(options.get("concurrent").orElse("1024")))
                .withTimeout(
                        Duration.ofSeconds(Long.parseLong(options.get("timeout").orElse("600"))));
        EndpointAdapter.Builder adapter = EndpointAdapter.builder(served, backend, URI.create(options.require("url")))
                .limits(limits);
        Optional.ofNullable(System.getenv("BACKEND_TOKEN")).ifPresent(adapter::bearerToken);
        return adapter.build();
    }

    private static int check(PrintStream out, Options options) throws InterruptedException {
        String model = options.require("model");
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            ConformanceReport report = ConformanceCheck.of(
                            transport, Node.at(URI.create(options.require("url")), model), model)
                    .backend(options.get("backend").orElse(""))
                    .run();
            if (options.has("json")) {
                out.println(report.json());
            } else {
                out.print(report.table());
            }
            return report.exitCode();
        }
    }

    private static int plan(PrintStream out, Options options) throws IOException {
        StakePlan.Builder builder = StakePlan.builder(options.require("service"), options.require("owner"))
                .publicUrl(URI.create(options.require("public-url")))
                .backend(URI.create(options.require("backend-url")));
        options.get("operator").ifPresent(builder::operator);
        options.get("name").ifPresent(builder::name);
        options.get("compute-units").map(Long::parseLong).ifPresent(builder::computeUnitsPerRelay);
        options.get("stake").map(Long::parseLong).ifPresent(builder::stakeUpokt);
        options.get("timeout").map(Long::parseLong).map(Duration::ofSeconds).ifPresent(builder::timeout);
        StakePlan plan = builder.build();
        Path folder = Files.createDirectories(Path.of(options.require("out")));
        for (Map.Entry<String, String> file : plan.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            out.println(folder.resolve(file.getKey()));
        }
        out.println(plan.listing().commandLine("owner", "main"));
        return 0;
    }

    private static int validate(PrintStream out, List<String> args) throws IOException {
        if (args.size() != 2) {
            throw new IllegalArgumentException("'validate' takes the kind of a file and its path.");
        }
        Checked<?> checked = StakeFiles.read(args.get(0), args.get(1), Files.readString(Path.of(args.get(1))));
        checked.problems().forEach(out::println);
        return checked.value().isPresent() ? 0 : 1;
    }
}
