package network.pokt.mlqos.signature;

import static network.pokt.mlqos.signature.LiveLooks.answered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import network.pokt.mlqos.LiveServer;
import network.pokt.mlqos.LiveTransport;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.Alarm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the files that live nodes serve tell of them, and what they do not. */
@Tag("long")
class LiveFilesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final NodeProbe probe = new NodeProbe(new LiveTransport(), Duration.ofSeconds(60));

    @BeforeAll
    static void needsTheNode() {
        SharedData.path("tools/node/serve.py");
    }

    @Test
    void a_served_file_that_differs_is_seen_and_one_that_lies_is_not() throws Exception {
        try (LiveServer trusted = LiveServer.start();
                LiveServer other = LiveServer.start("--model", "small");
                LiveServer lying = LiveServer.start("--swap-after", "0:small")) {
            Node reference = LiveLooks.node(trusted);
            ConfigSignature config = answered(probe.config(reference));
            TokenizerSignature tokenizer = answered(probe.tokenizer(reference));

            assertThat(answered(probe.config(LiveLooks.node(other))).alarmUnless(config, NOW))
                    .hasValueSatisfying(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.MODEL));
            assertThat(answered(probe.config(LiveLooks.node(lying))).alarmUnless(config, NOW))
                    .isEmpty();
            assertThat(answered(probe.tokenizer(LiveLooks.node(other))).alarmUnless(tokenizer, NOW))
                    .isEmpty();
        }
    }
}
