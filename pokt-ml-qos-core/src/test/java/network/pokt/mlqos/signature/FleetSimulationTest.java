package network.pokt.mlqos.signature;

import static network.pokt.mlqos.signature.Scenario.LOGPROB_NODE;
import static network.pokt.mlqos.signature.Scenario.TEXT_NODE;
import static network.pokt.mlqos.signature.Scenario.billing;
import static network.pokt.mlqos.signature.Scenario.failing;
import static network.pokt.mlqos.signature.Scenario.greedy;
import static network.pokt.mlqos.signature.Scenario.latency;
import static network.pokt.mlqos.signature.Scenario.mixed;
import static network.pokt.mlqos.signature.Scenario.normal;
import static network.pokt.mlqos.signature.Scenario.otherText;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.stats.ClopperPearson;
import network.pokt.mlqos.stats.Interval;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A simulation: the shipped watch, on virtual time, sees distances drawn at random from assumed distributions. It shows
 * what the watch makes of them, not how real nodes behave.
 */
class FleetSimulationTest {

    private static final long SEED = 20260404;

    private static final int HOURS_PER_YEAR = 8_760;

    /** Looks at each of three honest replicas. */
    private static final int CALIBRATION = Integer.getInteger("mlqos.simulation.calibration", 134);

    private static final int HONEST_HOURS = 300;

    private static final int MOST_HOURS = 4_000;

    private static final List<Scenario> SCENARIOS = List.of(
            Scenario.of("other model, match .80 to .05", TEXT_NODE, Signal.GREEDY, otherText(0.05)),
            Scenario.of("accuracy .84 to .44 (8B to 1B)", TEXT_NODE, Signal.ACCURACY, failing(1 - 0.44)),
            Scenario.of("match rate .80 to .45", TEXT_NODE, Signal.GREEDY, greedy(0.45)),
            Scenario.of("match rate .80 to .60", TEXT_NODE, Signal.GREEDY, greedy(0.60)),
            Scenario.of("bills 10 % more", TEXT_NODE, Signal.BILLING, billing(0.1)),
            Scenario.of("latency x2", TEXT_NODE, Signal.LATENCY, latency(2)),
            Scenario.of("fails .02 to .20", TEXT_NODE, Signal.AVAILABILITY, failing(0.2)),
            Scenario.of(
                    "20 % of calls by another model, text",
                    TEXT_NODE, Signal.GREEDY, mixed(0.2, otherText(0.05), greedy(0.80))),
            Scenario.of("logprobs shifted by 1 sd", LOGPROB_NODE, Signal.FIRST_TOKEN, normal(1)),
            Scenario.of("logprobs shifted by 0.5 sd", LOGPROB_NODE, Signal.FIRST_TOKEN, normal(0.5)),
            Scenario.of("other model, logprobs 1 nat off", LOGPROB_NODE, Signal.FIRST_TOKEN, normal(100)),
            Scenario.of(
                    "20 % of calls by another model, logprobs",
                    LOGPROB_NODE, Signal.FIRST_TOKEN, mixed(0.2, normal(100), normal(0))));

    /** What one simulated node came to: looks after the change, or -1; and what the alarm says. */
    private record Run(int looks, Alarm.Kind kind, long hoursOff) {}

    private static Run watch(Scenario scenario, SplittableRandom random, int honestHours, int changedHours) {
        VirtualTime time = new VirtualTime();
        NodeWatch watch = NodeWatch.of(scenario.calibrate(CALIBRATION, random), time.now());
        for (int hour = 0; hour < honestHours + changedHours; hour++) {
            time.advance(Duration.ofHours(1));
            for (Signal signal : scenario.honest().keySet()) {
                watch.observe(signal, scenario.draw(signal, hour >= honestHours, random), time.now());
            }
            if (watch.alarm().isPresent()) {
                Alarm alarm = watch.alarm().get();
                long since = hour - Duration.between(alarm.since(), time.now()).toHours();
                return new Run(hour - honestHours + 1, alarm.kind(), Math.abs(since - honestHours));
            }
        }
        return new Run(Integer.MAX_VALUE, Alarm.Kind.MODEL, 0);
    }

    private static int falseAlarms(int nodeYears, SplittableRandom random) {
        int alarms = 0;
        for (int year = 0; year < nodeYears; year++) {
            Scenario scenario = new Scenario("honest", year % 2 == 0 ? TEXT_NODE : LOGPROB_NODE, Map.of());
            alarms += watch(scenario, random, HOURS_PER_YEAR, 0).looks() < Integer.MAX_VALUE ? 1 : 0;
        }
        return alarms;
    }

    @SuppressWarnings("SystemOut")
    private static int[] detection(Scenario scenario, int runs, SplittableRandom random, boolean print) {
        List<Integer> looks = new ArrayList<>();
        List<Long> hoursOff = new ArrayList<>();
        Map<Alarm.Kind, Integer> kinds = new EnumMap<>(Alarm.Kind.class);
        int early = 0;
        while (looks.size() < runs) {
            Run run = watch(scenario, random, HONEST_HOURS, MOST_HOURS);
            if (run.looks() <= 0) {
                early++;
                continue;
            }
            looks.add(run.looks());
            if (run.looks() < Integer.MAX_VALUE) {
                hoursOff.add(run.hoursOff());
                kinds.merge(run.kind(), 1, Integer::sum);
            }
        }
        Collections.sort(looks);
        Collections.sort(hoursOff);
        int median = looks.get(runs / 2);
        int p95 = looks.get((int) Math.ceil(0.95 * runs) - 1);
        if (print) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %d |%n",
                    scenario.name(),
                    shown(median),
                    shown(p95),
                    hoursOff.isEmpty() ? "-" : hoursOff.get(hoursOff.size() / 2),
                    kinds,
                    early);
        }
        return new int[] {median, p95};
    }

    private static String shown(int looks) {
        return looks == Integer.MAX_VALUE ? "> " + MOST_HOURS : Integer.toString(looks);
    }

    @Test
    void honest_nodes_are_left_alone_and_changed_ones_found() {
        SplittableRandom random = new SplittableRandom(SEED);
        assertThat(falseAlarms(20, random)).as("seed %d", SEED).isLessThanOrEqualTo(1);
        assertThat(detection(SCENARIOS.get(0), 20, random, false)[1]).isLessThanOrEqualTo(40);
        assertThat(detection(SCENARIOS.get(4), 20, random, false)[1]).isLessThanOrEqualTo(40);
        assertThat(detection(SCENARIOS.get(8), 20, random, false)[0]).isLessThanOrEqualTo(150);
    }

    @Test
    @Tag("long")
    @SuppressWarnings("SystemOut")
    void false_alarms_stay_below_one_in_a_hundred_node_years() {
        int years = Integer.getInteger("mlqos.simulation.years", 2_000);
        int alarms = falseAlarms(years, new SplittableRandom(SEED + 1));
        Interval interval = ClopperPearson.interval(alarms, years);
        System.out.printf(
                Locale.ROOT,
                "false alarms: %d in %d node-years, 95 %% interval %.4f to %.4f per node-year%n",
                alarms,
                years,
                interval.lower(),
                interval.upper());
        assertThat(interval.lower()).as("seed %d", SEED + 1).isLessThanOrEqualTo(0.01);
    }

    /** The case that the calibration is least sure of: one replica is worse, perhaps too little to be seen, and the node is as bad. */
    @Test
    @Tag("long")
    @SuppressWarnings("SystemOut")
    void a_node_like_the_worst_replica_is_left_alone_too() {
        int years = Integer.getInteger("mlqos.simulation.years", 2_000) / 4;
        for (double worst : new double[] {0.80, 0.76, 0.72, 0.68, 0.60}) {
            SplittableRandom random = new SplittableRandom(SEED + 3);
            int alarms = 0;
            for (int year = 0; year < years; year++) {
                Calibration calibration = Calibration.builder()
                        .replica(Signal.GREEDY, matches(0.80, random))
                        .replica(Signal.GREEDY, matches(0.80, random))
                        .replica(Signal.GREEDY, matches(worst, random))
                        .build();
                VirtualTime time = new VirtualTime();
                NodeWatch watch = NodeWatch.of(calibration, time.now());
                for (int hour = 0; hour < HOURS_PER_YEAR && watch.alarm().isEmpty(); hour++) {
                    time.advance(Duration.ofHours(1));
                    watch.observe(Signal.GREEDY, greedy(worst).applyAsDouble(random), time.now());
                }
                alarms += watch.alarm().isPresent() ? 1 : 0;
            }
            Interval interval = ClopperPearson.interval(alarms, years);
            System.out.printf(
                    Locale.ROOT,
                    "replicas .80, .80 and %.2f, node as the last: %d false alarms in %d node-years, 95 %% interval %.4f to %.4f%n",
                    worst,
                    alarms,
                    years,
                    interval.lower(),
                    interval.upper());
            assertThat(interval.lower())
                    .as("seed %d, worst %s", SEED + 3, worst)
                    .isLessThanOrEqualTo(0.01);
        }
    }

    private static double[] matches(double rate, SplittableRandom random) {
        return random.doubles(CALIBRATION)
                .map(ignored -> greedy(rate).applyAsDouble(random))
                .toArray();
    }

    @Test
    @Tag("long")
    @SuppressWarnings("SystemOut")
    void looks_until_detection() {
        System.out.println("| change | median | 95th percentile | hours off (median) | named | alarms before |");
        System.out.println("|---|---|---|---|---|---|");
        for (Scenario scenario : SCENARIOS) {
            int[] looks = detection(scenario, 200, new SplittableRandom(SEED + 2), true);
            assertThat(looks[0]).as(scenario.name()).isPositive();
        }
    }
}
