package network.pokt.mlqos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.stats.Estimate;
import org.junit.jupiter.api.Test;

class RequirementTest {

    private static final NodeProfile.Builder NODE = NodeProfile.builder(new NodeId("s", "llm"), Instant.EPOCH);

    @Test
    void a_task_is_passed_with_enough_samples_and_failures_counted_in() {
        Requirement passed = Requirement.passed("liveness", 0.8, 10);

        assertThat(passed.missing(Optional.empty())).isPresent();
        assertThat(passed.missing(liveness(9, 9))).isPresent();
        assertThat(passed.missing(liveness(7, 10))).isPresent();
        assertThat(passed.missing(liveness(8, 10))).isEmpty();
    }

    @Test
    void a_task_is_answered_rightly_or_not() {
        Requirement answered = Requirement.answered("liveness", 0.9, 10);
        Optional<NodeProfile> half = Optional.of(NodeProfile.builder(new NodeId("s", "llm"), Instant.EPOCH)
                .accuracy("liveness", Estimate.ofProportion(5, 10), Estimate.ofProportion(5, 5))
                .build());

        assertThat(answered.missing(liveness(0, 10))).isEmpty();
        assertThat(answered.missing(half)).isPresent();
    }

    @Test
    void an_unknown_node_has_no_alarm_against_it() {
        assertThat(Requirement.without(Alarm.Kind.TOKENIZER).missing(Optional.empty()))
                .isEmpty();
        assertThat(Requirement.notSuspect().missing(Optional.empty())).isEmpty();
    }

    @Test
    void an_alarm_stands_in_the_way_and_is_named() {
        Optional<NodeProfile> accused = Optional.of(NodeProfile.builder(new NodeId("s", "llm"), Instant.EPOCH)
                .alarm(new Alarm(Alarm.Kind.TOKENIZER, Instant.EPOCH, 1e5, "another tokenizer"))
                .trust(Trust.SUSPECT)
                .build());

        assertThat(Requirement.without(Alarm.Kind.TOKENIZER).missing(accused).orElseThrow())
                .contains("TOKENIZER");
        assertThat(Requirement.without(Alarm.Kind.BILLING).missing(accused)).isEmpty();
        assertThat(Requirement.notSuspect().missing(accused)).isPresent();
    }

    private static Optional<NodeProfile> liveness(long right, long samples) {
        return Optional.of(
                NODE.accuracy("liveness", Estimate.ofProportion(right, samples)).build());
    }
}
