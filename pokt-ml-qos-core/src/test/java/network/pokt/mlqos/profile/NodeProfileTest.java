package network.pokt.mlqos.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import org.junit.jupiter.api.Test;

class NodeProfileTest {

    private static final NodeId NODE = new NodeId("pokt1supplier", "llm");

    @Test
    void is_made_in_one_line_with_whatever_matters() {
        NodeProfile profile = NodeProfile.builder(NODE, Instant.EPOCH)
                .accuracy("gsm8k", Estimate.ofProportion(40, 50))
                .reliability(Estimate.ofProportion(99, 100))
                .total(LatencyPercentiles.constant(100, Duration.ofSeconds(1)))
                .trust(Trust.TRUSTED)
                .build();

        assertThat(profile.accuracy("gsm8k").orElseThrow().value()).isEqualTo(0.8);
        assertThat(profile.accuracy("mmlu")).isEmpty();
        assertThat(profile.overbillRatio()).isEmpty();
        assertThat(profile.firstToken()).isEmpty();
        assertThat(profile.expected(10, 10)).isEmpty();
    }

    @Test
    void says_nothing_of_answered_samples_where_none_was_answered() {
        NodeProfile profile = NodeProfile.builder(NODE, Instant.EPOCH)
                .accuracy("gsm8k", Estimate.ofProportion(0, 5), Estimate.none())
                .build();

        assertThat(profile.accuracy("gsm8k").orElseThrow().value()).isZero();
        assertThat(profile.accuracyOfAnswered("gsm8k")).isEmpty();
    }

    @Test
    void refuses_parts_that_cannot_be() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyPercentiles(3, second, second, second, Duration.ofMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TaskProfile(Estimate.ofProportion(1, 2), Estimate.ofProportion(1, 3), Instant.EPOCH, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alarm(Alarm.Kind.MODEL, Instant.EPOCH, Double.NaN, "seen"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alarm(Alarm.Kind.MODEL, Instant.EPOCH, 2, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new LengthFit(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowRule(10, 11, second));
    }
}
