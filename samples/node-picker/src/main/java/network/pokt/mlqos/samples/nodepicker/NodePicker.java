package network.pokt.mlqos.samples.nodepicker;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import network.pokt.mlqos.MlQos;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.RetryRule;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.lmeh.suite.PuzzleFamily;
import network.pokt.mlqos.lmeh.suite.PuzzleTask;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.route.Decision;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RouteNeeds;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.RelayTransport;

/** Measures nodes with puzzles that nobody has seen, and prints which of them serve a need, best first, and why. */
public final class NodePicker {

    private static final int PUZZLES = 1_000;

    private NodePicker() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    /** Returns the exit code: 0 when a node serves the need, 1 when none does, 2 when the caller has to change something. */
    static int run(PrintStream out, PrintStream err, String... args) throws InterruptedException {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return 0;
            }
            Decision decision = options.nodes().isEmpty() ? simulated(options, err) : real(options);
            new Ranking(out).print(decision);
            return decision.candidates().isEmpty() ? 1 : 0;
        } catch (IllegalArgumentException | MlQosException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** The app developer's part: measure, say what is needed, read the ranking. */
    static Decision pick(RelayTransport transport, NodeDirectory nodes, Function<Node, Rate> prices, Options options)
            throws InterruptedException {
        ProfileBook profiles = ProfileBook.builder(TimeSource.system()).build();
        MlQos qos = MlQos.builder()
                .transport(transport)
                .nodes(nodes)
                .api(ModelApi.chat().streaming(true).build())
                .rates(prices)
                .build();

        PuzzleTask puzzles = puzzles(options);
        qos.evaluate(puzzles)
                .samples(options.samples())
                .retry(RetryRule.NEVER)
                .budget(Budget.builder().relays(10_000).build())
                .onEvent(profiles)
                .run();

        RouteNeeds needs = RouteNeeds.builder()
                .accuracy(puzzles.name(), options.accuracy())
                .firstToken(options.firstToken())
                .build();
        QosRouter router = qos.router().profiles(profiles).build();
        return router.select(needs);
    }

    private static PuzzleTask puzzles(Options options) {
        return PuzzleTask.of(PuzzleFamily.ARITHMETIC, options.seed(), PUZZLES).style(PromptStyle.CHAT);
    }

    private static Decision simulated(Options options, PrintStream err) throws InterruptedException {
        err.println("Five SIMULATED nodes without a network: made-up models, times and prices. Use --node URL,MODEL to"
                + " measure your own.");
        SimulatedNodes nodes = new SimulatedNodes(PuzzleFamily.ARITHMETIC, options.seed(), PUZZLES);
        return pick(nodes, nodes.directory(), nodes::rate, options);
    }

    private static Decision real(Options options) throws InterruptedException {
        OpenAiHttpTransport.Builder http = OpenAiHttpTransport.builder();
        Optional.ofNullable(System.getenv("OPENAI_API_KEY")).ifPresent(http::bearerToken);
        try (OpenAiHttpTransport transport = http.build()) {
            NodeDirectory nodes = NodeDirectory.of(options.nodes().toArray(Node[]::new));
            return pick(transport, nodes, node -> Rate.free("USD"), options);
        }
    }
}
