package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;
import org.junit.jupiter.api.Test;

class NodeWatchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static NodeWatch watch() {
        return NodeWatch.of(
                Calibration.builder()
                        .promised(Signal.GREEDY, 0, 0.9)
                        .promised(Signal.AVAILABILITY, 0, 0.98)
                        .build(),
                START);
    }

    /** Looks hourly at a node whose texts are so far off from an hour on; returns the hours it was watched. */
    private static int look(NodeWatch watch, int hours, int from, double distance) {
        for (int hour = 1; hour <= hours; hour++) {
            Instant now = START.plus(Duration.ofHours(hour));
            watch.observe(Signal.GREEDY, hour >= from ? distance : 0, now);
            watch.observe(Signal.AVAILABILITY, 0, now);
            if (watch.alarm().isPresent()) {
                return hour;
            }
        }
        return hours;
    }

    @Test
    void an_alarm_says_what_changed_and_when() {
        NodeWatch watch = watch();
        int hours = look(watch, 200, 101, 0.95);
        Alarm alarm = watch.alarm().orElseThrow();
        assertThat(hours).isBetween(102, 115);
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.MODEL);
        assertThat(alarm.since()).isEqualTo(START.plus(Duration.ofHours(101)));
        assertThat(alarm.evidence()).isGreaterThanOrEqualTo(100);
        assertThat(alarm.detail()).contains("GREEDY", "0.95");
    }

    @Test
    void answers_that_part_late_look_like_another_precision() {
        NodeWatch watch = watch();
        look(watch, 100, 50, 0.5);
        assertThat(watch.alarm().orElseThrow().kind()).isEqualTo(Alarm.Kind.QUANTIZATION);
    }

    @Test
    void a_fleet_names_those_that_changed() {
        Map<NodeId, NodeWatch> watches = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            NodeWatch watch = watch();
            look(watch, 100, i < 2 ? 80 : 1_000, 1);
            watches.put(new NodeId("n" + i, "s"), watch);
        }
        assertThat(Fleet.changed(watches, 0.05).keySet()).containsExactly(new NodeId("n0", "s"), new NodeId("n1", "s"));
    }

    @Test
    void a_baseline_of_two_replicas_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.builder()
                        .replica(Signal.GREEDY, 0, 0)
                        .replica(Signal.GREEDY, 0, 1)
                        .build())
                .withMessageContaining("honest replicas");
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch().observe(Signal.LATENCY, 1, START))
                .withMessageContaining("not calibrated");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch().observe(Signal.GREEDY, Double.NaN, START))
                .withMessageContaining("finite");
    }

    @Test
    void distances_are_bounded_whatever_a_node_claims() {
        assertThat(Distances.ofText("abcd", "abxx")).isEqualTo(0.5);
        assertThat(Distances.ofText("", "")).isZero();
        assertThat(Distances.ofText("ab", "abab")).isEqualTo(0.5);
        assertThat(Distances.ofCandidates(
                        List.of(new Candidate("a", -1), new Candidate("b", -2)),
                        List.of(new Candidate("a", Double.NEGATIVE_INFINITY), new Candidate("c", -4))))
                .isEqualTo(20);
        assertThat(Distances.ofForced(new double[] {Double.NaN, -1}, new double[] {Double.NaN, -1.5}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void kept_log_probabilities_are_checked_token_by_token() {
        List<TokenLogprob> trusted = List.of(token("Q", Double.NaN), token("a", -1), token("b", -2));
        double[] honest = new double[99];
        ReferenceCheck same = ReferenceCheck.compare(trusted.subList(1, 3), trusted, honest);
        assertThat(same.meanDistance()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
        ReferenceCheck other = ReferenceCheck.compare(List.of(token("a", -1.2), token("b", -3)), trusted, honest);
        assertThat(other.meanDistance()).isCloseTo(0.6, within(1e-12));
        assertThat(other.pValue()).isEqualTo(0.01);
        assertThat(other.furthest(1).get(0).text()).isEqualTo("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceCheck.compare(List.of(token("x", -1)), trusted, honest))
                .withMessageContaining("compare the tokenizers");
    }

    private static TokenLogprob token(String text, double logprob) {
        return new TokenLogprob(text, logprob, List.of());
    }

    @Test
    void prompts_are_equal_for_all_nodes_of_an_epoch_and_new_in_the_next() {
        FreshText text = FreshText.of(7);
        assertThat(text.prompts(3, 40))
                .isEqualTo(FreshText.of(7).prompts(3, 40))
                .doesNotHaveDuplicates();
        assertThat(text.prompts(4, 40)).doesNotContainAnyElementsOf(text.prompts(3, 40));
        assertThat(FreshText.of(8).prompts(3, 40)).doesNotContainAnyElementsOf(text.prompts(3, 40));
    }
}
