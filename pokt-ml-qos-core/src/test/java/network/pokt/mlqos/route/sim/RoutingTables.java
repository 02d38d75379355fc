package network.pokt.mlqos.route.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.route.Worth;

/** Writes the tables of docs/routing.md to standard output: {@code RoutingTables TRACE.csv SEEDS REQUESTS [SCENARIO...]}. */
final class RoutingTables {

    private RoutingTables() {}

    public static void main(String[] args) throws IOException {
        Trace trace = Trace.read(Path.of(args[0]));
        int seeds = Integer.parseInt(args[1]);
        int requests = Integer.parseInt(args[2]);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            scenarios.add(Scenario.valueOf(args[i]));
        }
        for (Scenario scenario : scenarios.isEmpty() ? List.of(Scenario.values()) : scenarios) {
            System.out.print(table(scenario, trace, seeds, requests));
            System.out.flush();
        }
    }

    static String table(Scenario scenario, Trace trace, int seeds, int requests) {
        Map<Contender, List<Tally.Figures>> all = new EnumMap<>(Contender.class);
        for (int seed = 1; seed <= seeds; seed++) {
            Simulation simulation = new Simulation(scenario, trace, seed, requests, Worth.DEFAULT);
            for (Contender contender : Contender.values()) {
                all.computeIfAbsent(contender, c -> new ArrayList<>()).add(simulation.run(contender));
            }
        }
        List<Tally.Figures> router = all.get(Contender.ROUTER);
        StringBuilder out = new StringBuilder(
                "\n### " + scenario.name() + ", " + seeds + " seeds of " + requests
                        + " requests\n\n| | regret, $ per 10,000 | utility less than the router's, 95 % interval | TTFT p50 / p95 / p99 s | total p50 / p99 s | failed % "
                        + "| wrong or failed % | $ per 1,000 right | extra % | largest operator % |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (Map.Entry<Contender, List<Tally.Figures>> row : all.entrySet()) {
            List<Tally.Figures> f = row.getValue();
            double[] interval = difference(router, f);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %s | %.2f / %.2f / %.2f | %.1f / %.1f | %.2f | %.2f | %.4f | %.1f | %.0f |%n",
                    row.getKey().title,
                    mean(all.get(Contender.CLAIRVOYANT), Tally.Figures::utility) - mean(f, Tally.Figures::utility),
                    row.getKey() == Contender.ROUTER
                            ? ""
                            : String.format(Locale.ROOT, "%.2f..%.2f", interval[0], interval[1]),
                    mean(f, Tally.Figures::first50),
                    mean(f, Tally.Figures::first95),
                    mean(f, Tally.Figures::first99),
                    mean(f, Tally.Figures::total50),
                    mean(f, Tally.Figures::total99),
                    mean(f, Tally.Figures::failed),
                    mean(f, Tally.Figures::wrong),
                    mean(f, Tally.Figures::perRight),
                    mean(f, Tally.Figures::extra),
                    mean(f, Tally.Figures::largestOperator)));
        }
        return out.toString();
    }

    static double mean(List<Tally.Figures> figures, ToDoubleFunction<Tally.Figures> of) {
        return figures.stream().mapToDouble(of).average().orElseThrow();
    }

    /** Returns the bootstrap interval of the mean paired difference of utility. */
    private static double[] difference(List<Tally.Figures> router, List<Tally.Figures> other) {
        SplittableRandom random = new SplittableRandom(5);
        int n = router.size();
        double[] means = new double[2000];
        for (int b = 0; b < means.length; b++) {
            for (int i = 0; i < n; i++) {
                int j = random.nextInt(n);
                means[b] += (router.get(j).utility() - other.get(j).utility()) / n;
            }
        }
        java.util.Arrays.sort(means);
        return new double[] {means[50], means[1949]};
    }
}
