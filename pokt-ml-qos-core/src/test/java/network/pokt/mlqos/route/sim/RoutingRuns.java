package network.pokt.mlqos.route.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import network.pokt.mlqos.route.Worth;

/**
 * Runs scenarios and writes the figures of each run as a line to standard output, for {@link RoutingTables}:
 * {@code RoutingRuns TRACE.csv SEEDS REQUESTS [SCENARIO...]}. All contenders meet the same world under the same seed.
 */
final class RoutingRuns {

    private RoutingRuns() {}

    public static void main(String[] args) throws IOException {
        Trace trace = Trace.read(Path.of(args[0]));
        int seeds = Integer.parseInt(args[1]);
        int requests = Integer.parseInt(args[2]);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            scenarios.add(Scenario.valueOf(args[i]));
        }
        for (Scenario scenario : scenarios.isEmpty() ? List.of(Scenario.values()) : scenarios) {
            for (int seed = 1; seed <= seeds; seed++) {
                Simulation simulation = new Simulation(scenario, trace, seed, requests, Worth.DEFAULT);
                for (Contender contender : Contender.values()) {
                    System.out.println(line(scenario, contender, seed, simulation.run(contender)));
                }
            }
        }
    }

    private static String line(Scenario scenario, Contender contender, int seed, Map<Figure, Double> figures) {
        return scenario + "," + contender + "," + seed + ","
                + figures.values().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
