package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import network.pokt.mlqos.transport.Blame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many requests it takes until a bad node is found out, and how seldom a good one is. Simulated on the shipped evidence. */
class DetectionTest {

    private static final int RUNS = 400;

    /** Returns the median and the 95th percentile of requests from the fault on, after 500 good ones at 0.2 % failures. */
    private static int[] requests(double failures) {
        int[] taken = new int[RUNS];
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            FaultEvidence evidence = new FaultEvidence();
            for (int i = 0; i < 500; i++) {
                evidence.observe(random.nextDouble() < 0.002, 0);
            }
            while (evidence.evidence() < 1 && taken[run] < 100_000) {
                evidence.observe(random.nextDouble() < failures, 0);
                taken[run]++;
            }
        }
        return middle(taken);
    }

    private static int[] slow(double factor) {
        int[] taken = new int[RUNS];
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            SlowEvidence evidence = new SlowEvidence();
            for (int i = 0; i < 500; i++) {
                evidence.observe(0.4 * normal(random));
            }
            while (evidence.evidence() < 1 && taken[run] < 100_000) {
                evidence.observe(Math.log(factor) + 0.4 * normal(random));
                taken[run]++;
            }
        }
        return middle(taken);
    }

    private static int[] middle(int[] taken) {
        Arrays.sort(taken);
        return new int[] {taken[RUNS / 2], taken[RUNS * 95 / 100]};
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void a_node_at_ten_percent_errors_is_benched_within_sixty_of_its_requests() {
        assertThat(requests(0.10)[0]).isLessThanOrEqualTo(60);
        assertThat(requests(1)[1]).isLessThanOrEqualTo(3);
    }

    @Test
    void a_node_that_becomes_three_times_slower_is_noticed_within_ten_requests() {
        assertThat(slow(3)[0]).isLessThanOrEqualTo(10);
    }

    /** A node-day is 20,000 requests: 0.23 a second, as each of 24 nodes gets from the Azure conversation trace. */
    private static double benchedInHundredNodeDays(double failures, int days) {
        SplittableRandom random = new SplittableRandom(1);
        FaultEvidence evidence = new FaultEvidence();
        int benched = 0;
        for (long i = 0; i < 20_000L * days; i++) {
            evidence.observe(random.nextDouble() < failures, 0);
            if (evidence.evidence() >= 1) {
                benched++;
                evidence.reset();
            }
        }
        return 100.0 * benched / days;
    }

    /** The same of one node in a pool of twelve that all fail at this rate, which the pool has to find out. */
    private static double benchedInHundredNodeDaysOfAPool(double failures, int days) {
        SplittableRandom random = new SplittableRandom(1);
        int nodes = 12;
        FaultEvidence[] tests = new FaultEvidence[nodes];
        Reliability[] records = new Reliability[nodes];
        double[] rates = new double[nodes];
        Arrays.setAll(tests, i -> new FaultEvidence());
        Arrays.setAll(records, i -> new Reliability());
        int benched = 0;
        double poolRate = 0;
        for (long i = 0; i < 20_000L * days; i++) {
            int node = (int) (i % nodes);
            boolean failed = random.nextDouble() < failures;
            if (failed) {
                records[node].failed(Blame.NODE, 0);
            } else {
                records[node].answered(0);
            }
            tests[node].observe(failed, poolRate);
            if (tests[node].evidence() >= 1) {
                benched++;
                tests[node].reset();
            }
            if (node == 0) {
                Arrays.setAll(rates, n -> records[n].failureRate());
                poolRate = Nodes.middle(rates);
            }
        }
        return 100.0 * benched / days;
    }

    @Test
    @Tag("long")
    void a_healthy_node_is_benched_less_than_once_in_a_hundred_node_days() {
        for (double failures : new double[] {0.001, 0.002, 0.005}) {
            assertThat(benchedInHundredNodeDays(failures, 3_000))
                    .as("per 100 node-days at %s", failures)
                    .isLessThan(1);
        }
    }

    @Test
    @Tag("long")
    void what_the_whole_pool_fails_at_is_held_against_nobody() {
        for (double failures : new double[] {0.01, 0.03}) {
            assertThat(benchedInHundredNodeDaysOfAPool(failures, 1_000))
                    .as("per 100 node-days at %s", failures)
                    .isLessThan(1);
        }
    }

    /** Prints the rows of the table in docs/routing.md. */
    public static void main(String[] args) {
        for (double failures : new double[] {1, 0.5, 0.25, 0.1, 0.05}) {
            System.out.println("failures " + failures + ": " + Arrays.toString(requests(failures)));
        }
        for (double factor : new double[] {1.5, 2, 3}) {
            System.out.println("slower " + factor + ": " + Arrays.toString(slow(factor)));
        }
        for (double failures : new double[] {0.001, 0.002, 0.005, 0.01}) {
            System.out.println("healthy " + failures + ": " + benchedInHundredNodeDays(failures, 3_000));
        }
        for (double failures : new double[] {0.005, 0.01, 0.03}) {
            System.out.println("as its pool " + failures + ": " + benchedInHundredNodeDaysOfAPool(failures, 1_000));
        }
        SplittableRandom random = new SplittableRandom(1);
        SlowEvidence evidence = new SlowEvidence();
        long reduced = 0;
        boolean was = false;
        for (long i = 0; i < 60_000_000L; i++) {
            evidence.observe(0.4 * normal(random));
            boolean is = evidence.evidence() >= 1;
            reduced += is && !was ? 1 : 0;
            was = is;
        }
        System.out.println("never slower: reduced " + reduced + " times in 3,000 node-days");
    }
}
