package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit as it ships, watching simulated nodes whose texts are as long as those of real services. */
class UsageAuditSimulationTest {

    private static final long SEED = 20260104;
    private static final int MOST_ANSWERS = 20_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Tag("long")
    void of_a_thousand_honest_node_years_at_most_ten_are_accused() throws IOException {
        for (Traces traces : new Traces[] {Traces.conversations(), Traces.code()}) {
            int alarms = alarms(1_000, HOUR, traces, Biller::honest);
            System.out.println("honest, one answer an hour: " + alarms + " alarms in 1,000 node-years, seed " + SEED);
            assertThat(alarms).as("seed %d", SEED).isLessThanOrEqualTo(10);
        }
    }

    @Test
    @Tag("long")
    void of_a_thousand_node_years_on_the_edge_at_most_ten_are_accused() throws IOException {
        for (Duration pace : new Duration[] {HOUR, Duration.ofMinutes(10)}) {
            int alarms = alarms(1_000, pace, Traces.conversations(), random -> Biller.onTheEdge());
            System.out.println("on the edge, one answer every " + pace + ": " + alarms
                    + " alarms in 1,000 node-years, seed " + SEED);
            assertThat(alarms).as("seed %d", SEED).isLessThanOrEqualTo(10);
        }
    }

    @Test
    @Tag("long")
    void padding_is_found() throws IOException {
        System.out.println("answers until alarm, one a minute, 1,000 nodes, seed " + SEED);
        assertThat(found("conversations", Traces.conversations(), 1.05)).isLessThan(200);
        assertThat(found("conversations", Traces.conversations(), 1.2)).isLessThan(50);
        // Half of these answers have 13 tokens or fewer: 5 % of them is less than the two tokens that are tolerated.
        assertThat(found("code", Traces.code(), 1.05)).isEqualTo(MOST_ANSWERS);
        assertThat(found("code", Traces.code(), 1.2)).isLessThan(1_000);
    }

    /** Prints how soon nodes are found that always padded, or begin to after 10,000 answers; returns the latter's 95th percentile. */
    private static int found(String kind, Traces traces, double factor) {
        int late = 0;
        for (int before : new int[] {0, 10_000}) {
            int[] answers = answersUntilAlarm(1_000, factor, before, traces);
            late = answers[949];
            System.out.printf(
                    "%s, x %.2f after %d honest answers: median %d, 95th percentile %d, found %d%n",
                    kind,
                    factor,
                    before,
                    answers[499],
                    late,
                    Arrays.stream(answers).filter(n -> n < MOST_ANSWERS).count());
        }
        return late;
    }

    @Test
    void honest_nodes_are_left_alone() throws IOException {
        assertThat(alarms(20, HOUR, Traces.conversations(), Biller::honest))
                .as("seed %d", SEED)
                .isZero();
    }

    @Test
    void padding_of_a_fifth_is_found_within_a_hundred_conversations() throws IOException {
        assertThat(Arrays.stream(answersUntilAlarm(50, 1.2, 0, Traces.conversations())))
                .as("seed %d", SEED)
                .allMatch(answers -> answers < 100);
    }

    /** How many nodes are accused in their first year. */
    private static int alarms(int nodes, Duration pace, Traces traces, Function<SplittableRandom, Biller> billers) {
        SplittableRandom random = new SplittableRandom(SEED);
        long answers = YEAR.dividedBy(pace);
        int alarms = 0;
        for (int node = 0; node < nodes; node++) {
            UsageAudit audit = new UsageAudit(Rate.free("USD"));
            Biller prompts = billers.apply(random);
            Biller completions = billers.apply(random);
            Instant at = START;
            for (long answer = 0; answer < answers; answer++) {
                at = at.plus(pace);
                answer(audit, at, traces, prompts, completions, random);
            }
            alarms += audit.overbills() ? 1 : 0;
        }
        return alarms;
    }

    /** How many answers it takes from the first padded one, in rising order over the nodes; prompts stay honest. */
    private static int[] answersUntilAlarm(int nodes, double factor, int honestBefore, Traces traces) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] answers = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            UsageAudit audit = new UsageAudit(Rate.free("USD"));
            Biller prompts = Biller.honest(random);
            Biller honest = Biller.honest(random);
            Biller padding = Biller.padding(factor, random);
            Instant at = START;
            for (int answer = 0; answer < honestBefore; answer++) {
                at = at.plus(MINUTE);
                answer(audit, at, traces, prompts, honest, random);
            }
            assertThat(audit.overbills()).as("seed %d", SEED).isFalse();
            while (!audit.overbills() && answers[node] < MOST_ANSWERS) {
                at = at.plus(MINUTE);
                answer(audit, at, traces, prompts, padding, random);
                answers[node]++;
            }
        }
        Arrays.sort(answers);
        return answers;
    }

    private static void answer(
            UsageAudit audit, Instant at, Traces traces, Biller prompts, Biller completions, SplittableRandom random) {
        int call = random.nextInt(traces.size());
        long read = traces.prompts()[call];
        long written = traces.completions()[call];
        audit.add(
                UsageCheck.of(
                        TokenClaim.of(prompts.claim(read, random), read),
                        TokenClaim.of(completions.claim(written, random), written)),
                at);
    }
}
