package network.pokt.mlqos.route.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the tables of docs/routing.md from the lines of {@link RoutingRuns}: {@code RoutingTables LINES.csv}. */
final class RoutingTables {

    private static final int RESAMPLES = 2_000;
    private static final List<Contender> SHORT_LIST = List.of(
            Contender.ROUTER,
            Contender.LEXICOGRAPHIC,
            Contender.ROUND_ROBIN,
            Contender.LEAST_IN_FLIGHT,
            Contender.PEAK_EWMA,
            Contender.CLAIRVOYANT);

    private final Map<Scenario, Map<Contender, Map<Integer, double[]>>> runs = new EnumMap<>(Scenario.class);

    private RoutingTables(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(",");
            double[] figures = Arrays.stream(cells, 3, cells.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            runs.computeIfAbsent(Scenario.valueOf(cells[0]), s -> new EnumMap<>(Contender.class))
                    .computeIfAbsent(Contender.valueOf(cells[1]), c -> new TreeMap<>())
                    .put(Integer.parseInt(cells[2]), figures);
        }
    }

    public static void main(String[] args) throws IOException {
        RoutingTables tables = new RoutingTables(Files.readAllLines(Path.of(args[0])));
        System.out.println(
                "### Utility, $ per 10,000 requests; * where the difference to the router is beyond chance\n");
        System.out.println(tables.matrix(Figure.UTILITY, "%.2f", true));
        System.out.println("### TTFT p99, s\n");
        System.out.println(tables.matrix(Figure.FIRST_99, "%.2f", false));
        System.out.println("### Paid for 1,000 right answers, $\n");
        System.out.println(tables.matrix(Figure.PAID_PER_RIGHT, "%.3f", false));
        System.out.println("### Wrong or failed, %\n");
        System.out.println(tables.matrix(Figure.WRONG_OR_FAILED, "%.1f", false));
        System.out.println("### Failed, %\n");
        System.out.println(tables.matrix(Figure.FAILED, "%.2f", false));
        System.out.println("### Latency by load\n");
        System.out.println(tables.latencies());
        System.out.println("### The router itself\n");
        System.out.println(tables.router());
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String head(List<String> titles) {
        return row(titles.stream()) + row(titles.stream().map(title -> "---"));
    }

    private double mean(Scenario scenario, Contender contender, Figure figure) {
        return runs.get(scenario).get(contender).values().stream()
                .mapToDouble(figures -> figures[figure.ordinal()])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private double regret(Scenario scenario, Contender oracle) {
        return mean(scenario, oracle, Figure.UTILITY) - mean(scenario, Contender.ROUTER, Figure.UTILITY);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private String matrix(Figure figure, String format, boolean marked) {
        StringBuilder out = new StringBuilder(head(Stream.concat(
                        Stream.of("contender"),
                        runs.keySet().stream().map(s -> s.name().toLowerCase(Locale.ROOT)))
                .toList()));
        for (Contender contender : Contender.values()) {
            out.append(row(Stream.concat(
                    Stream.of(contender.title),
                    runs.keySet().stream()
                            .map(scenario -> number(format, mean(scenario, contender, figure))
                                    + (marked && differs(scenario, contender) ? "*" : "")))));
        }
        return out.toString();
    }

    private String latencies() {
        StringBuilder out = new StringBuilder(
                head(List.of("load", "contender", "TTFT p50", "p95", "p99", "total p50", "p95", "p99")));
        List<Figure> quantiles = List.of(
                Figure.FIRST_50, Figure.FIRST_95, Figure.FIRST_99, Figure.TOTAL_50, Figure.TOTAL_95, Figure.TOTAL_99);
        for (Scenario scenario : runs.keySet()) {
            if (scenario.name().startsWith("MIXED") || scenario == Scenario.DEGRADED) {
                for (Contender contender : SHORT_LIST) {
                    out.append(row(Stream.concat(
                            Stream.of(scenario.name().toLowerCase(Locale.ROOT), contender.title),
                            quantiles.stream().map(q -> number("%.2f", mean(scenario, contender, q))))));
                }
            }
        }
        return out.toString();
    }

    private String router() {
        StringBuilder out = new StringBuilder(head(List.of(
                "scenario",
                "regret to the clairvoyant, $ per 10,000",
                "to the fixed split",
                "largest operator, %",
                "relays a request",
                "paid in vain, %",
                "hedging: relays a request",
                "paid in vain, %",
                "TTFT p99, s",
                "relays until benched",
                "s from repair to full weight",
                "times a healthy node was benched, of relays")));
        for (Scenario scenario : runs.keySet()) {
            int seeds = runs.get(scenario).get(Contender.ROUTER).size();
            out.append(row(Stream.of(
                    scenario.name().toLowerCase(Locale.ROOT),
                    number("%.2f", regret(scenario, Contender.CLAIRVOYANT)),
                    number("%.2f", regret(scenario, Contender.BEST_STATIC)),
                    number("%.0f", mean(scenario, Contender.ROUTER, Figure.LARGEST_OPERATOR)),
                    number("%.3f", mean(scenario, Contender.ROUTER, Figure.RELAYS)),
                    number("%.2f", mean(scenario, Contender.ROUTER, Figure.EXTRA)),
                    number("%.3f", mean(scenario, Contender.HEDGING, Figure.RELAYS)),
                    number("%.2f", mean(scenario, Contender.HEDGING, Figure.EXTRA)),
                    number("%.2f", mean(scenario, Contender.HEDGING, Figure.FIRST_99))
                            + number(" against %.2f", mean(scenario, Contender.ROUTER, Figure.FIRST_99)),
                    number("%.0f", mean(scenario, Contender.ROUTER, Figure.FOUND_AFTER)),
                    number("%.0f", mean(scenario, Contender.ROUTER, Figure.RECOVERED_AFTER)),
                    number("%.0f", seeds * mean(scenario, Contender.ROUTER, Figure.HEALTHY_BENCHED))
                            + number(" of %,.0f", seeds * mean(scenario, Contender.ROUTER, Figure.HEALTHY_RELAYS)))));
        }
        return out.toString();
    }

    /** Returns whether 0 lies outside of the 95 % bootstrap interval of the mean paired difference of utility. */
    private boolean differs(Scenario scenario, Contender contender) {
        if (contender == Contender.ROUTER) {
            return false;
        }
        Map<Integer, double[]> router = runs.get(scenario).get(Contender.ROUTER);
        Map<Integer, double[]> other = runs.get(scenario).get(contender);
        double[] differences = router.keySet().stream()
                .mapToDouble(
                        seed -> router.get(seed)[Figure.UTILITY.ordinal()] - other.get(seed)[Figure.UTILITY.ordinal()])
                .toArray();
        SplittableRandom random = new SplittableRandom(5);
        double[] means = new double[RESAMPLES];
        for (int b = 0; b < means.length; b++) {
            for (int i = 0; i < differences.length; i++) {
                means[b] += differences[random.nextInt(differences.length)] / differences.length;
            }
        }
        Arrays.sort(means);
        return means[RESAMPLES / 40] > 0 || means[RESAMPLES - 1 - RESAMPLES / 40] < 0;
    }
}
