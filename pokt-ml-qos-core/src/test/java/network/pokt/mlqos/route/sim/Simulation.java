package network.pokt.mlqos.route.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.route.HedgeRule;
import network.pokt.mlqos.route.NodeFacts;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RoutingPolicy;
import network.pokt.mlqos.route.Worth;
import network.pokt.mlqos.time.VirtualTime;

/** One run of one contender in one scenario, from one seed; what happens to the nodes is the same for all contenders. */
final class Simulation {

    private final Scenario scenario;
    private final Trace trace;
    private final long seed;
    private final int requests;
    private final Worth worth;

    Simulation(Scenario scenario, Trace trace, long seed, int requests, Worth worth) {
        this.scenario = scenario;
        this.trace = trace;
        this.seed = seed;
        this.requests = requests;
        this.worth = worth;
    }

    /** Returns the figures of a contender. */
    Map<Figure, Double> run(Contender contender) {
        SplittableRandom world = new SplittableRandom(seed);
        VirtualTime time = new VirtualTime();
        List<SimNode.Make> makes = scenario.makes(world.split());
        double capacity = makes.stream()
                .mapToDouble(make -> make.requestsPerSecond(trace.meanPrompt(), trace.meanOutput()))
                .sum();
        double rate = scenario.load * capacity;
        int from = world.nextInt(trace.arrivals().size() - requests);
        Trace slice = trace.slice(from, requests, rate);
        double length = requests / rate;
        SplittableRandom noise = world.split();
        List<SimNode> nodes = makes.stream()
                .map(make -> new SimNode(make, time, noise.split()))
                .toList();
        scenario.strike(nodes, length, world.split());
        SplittableRandom luck = world.split();
        Map<NodeId, SimNode> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.node.id(), node));
        SimTransport transport = new SimTransport(byId, time);
        Supplier<List<SimNode>> inSession = () -> scenario.inSession(nodes, time.nanos() / 1e9, length);
        Bench bench = new Bench(byId, world.split(), time, length);
        HealthBook book = new HealthBook(byId);
        Tally tally = new Tally(requests, worth, book);
        SplittableRandom random = world.split();
        Gateway gateway = rule(contender, rate, random)
                .<Gateway>map(rule -> new RuleGateway(rule, inSession, transport, time))
                .orElseGet(() -> {
                    QosRouter router = QosRouter.builder(() -> inSession.get().stream()
                                    .map(node -> node.node)
                                    .toList())
                            .transport(transport)
                            .profiles(bench)
                            .facts(node -> NodeFacts.priced(byId.get(node.id()).rate))
                            .policy(policy(contender))
                            .hedging(contender == Contender.HEDGING ? new HedgeRule(0.03) : HedgeRule.OFF)
                            .listener(book)
                            .time(time)
                            .seed(random.nextLong())
                            .build();
                    return new RouterGateway(router, time);
                });
        arrive(slice.arrivals().iterator(), time, arrival -> {
            SimAsk ask = new SimAsk(arrival, luck.nextDouble());
            gateway.handle(ask, tally::add);
        });
        time.runAll(Duration.ofSeconds((long) length + 1000));
        return tally.figures();
    }

    /** Schedules one arrival at a time, so that what is scheduled stays short. */
    private static void arrive(Iterator<Trace.Arrival> arrivals, VirtualTime time, Consumer<Trace.Arrival> handler) {
        if (arrivals.hasNext()) {
            Trace.Arrival next = arrivals.next();
            time.schedule(Duration.ofNanos((long) (next.at() * 1e9) - time.nanos()), () -> {
                arrive(arrivals, time, handler);
                handler.accept(next);
            });
        }
    }

    private RoutingPolicy policy(Contender contender) {
        return switch (contender) {
            case LEXICOGRAPHIC -> RoutingPolicy.lexicographic();
            case MULTIPLICATIVE -> RoutingPolicy.multiplicative();
            default -> RoutingPolicy.expectedUtility(worth);
        };
    }

    private Optional<Rule> rule(Contender contender, double rate, SplittableRandom random) {
        return Optional.ofNullable(
                switch (contender) {
                    case ROUTER, HEDGING, LEXICOGRAPHIC, MULTIPLICATIVE -> null;
                    case ROUND_ROBIN -> Rules.roundRobin();
                    case RANDOM -> Rules.random(random);
                    case LEAST_IN_FLIGHT -> Rules.leastInFlight(random);
                    case PEAK_EWMA -> Rules.peakEwma(random);
                    case PATH -> Rules.pathTiers(random);
                    case LITELLM -> Rules.liteLlm(random, false);
                    case LITELLM_MENDED -> Rules.liteLlm(random, true);
                    case OPENROUTER -> Rules.openRouter(random);
                    case BEST_STATIC -> Oracles.bestStatic(worth, trace, rate, random);
                    case CLAIRVOYANT -> Oracles.clairvoyant(worth);
                });
    }
}
