package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.junit.jupiter.api.Test;

class ServedSignaturesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final String TOKENIZER = """
            {"tokenizer_config": {"chat_template": "%s", "eos_token": {"content": "</s>"}, "tokenizer_class": "%s"},
             "tokenizer": {"added_tokens": [], "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": [["a", "b"]]}}}
            """;

    private static final String CONFIG = "{\"config\": {\"hidden_size\": %d, \"torch_dtype\": \"%s\"}}";

    private static TokenizerSignature tokenizer(String template, String type) {
        return TokenizerSignature.of(bytes(TOKENIZER.formatted(template, type)));
    }

    private static ConfigSignature config(int size, String type) {
        return ConfigSignature.of(bytes(CONFIG.formatted(size, type)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_tokenizer_saved_by_another_library_is_the_same() {
        assertThat(tokenizer("x", "Fast").alarmUnless(tokenizer("x", "Slow"), NOW))
                .isEmpty();
    }

    @Test
    void another_chat_template_is_another_tokenizer() {
        Alarm alarm =
                tokenizer("x", "Fast").alarmUnless(tokenizer("y", "Fast"), NOW).orElseThrow();
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.TOKENIZER);
        assertThat(alarm.detail()).contains("chat_template");
        assertThat(alarm.kind().voidsScores()).isTrue();
    }

    @Test
    void a_config_tells_precision_from_another_model() {
        ConfigSignature expected = config(64, "float32");
        assertThat(expected.alarmUnless(config(64, "float32"), NOW)).isEmpty();
        assertThat(config(64, "bfloat16").alarmUnless(expected, NOW).map(Alarm::kind))
                .contains(Alarm.Kind.QUANTIZATION);
        assertThat(config(32, "float32").alarmUnless(expected, NOW).map(Alarm::kind))
                .contains(Alarm.Kind.MODEL);
    }

    @Test
    void whatever_a_node_serves_is_an_answer_or_a_fault() throws InterruptedException {
        for (String body : List.of("", "[]", "{", "{\"../x\": {}}", "{\"tokenizer\": 7}", "[".repeat(100_000))) {
            Probed<TokenizerSignature> probed = probe(200, body);
            assertThat(probed)
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isInstanceOf(Probed.Failed.class);
            assertThat(((Probed.Failed<TokenizerSignature>) probed).failure().cause())
                    .isEqualTo(FaultCause.SCHEMA);
        }
        assertThat(probe(404, TOKENIZER)).isInstanceOf(Probed.Failed.class);
        assertThat(probe(200, TOKENIZER)).isInstanceOf(Probed.Answered.class);
    }

    private static Probed<TokenizerSignature> probe(int status, String body) throws InterruptedException {
        RelayTransport transport = new RelayTransport() {
            @Override
            public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
                assertThat(request.path()).isEqualTo("/pokt/tokenizer");
                return CompletableFuture.completedFuture(new RelayResponse(
                        status,
                        HttpHeaders.of(Map.of(), (name, value) -> true),
                        Payload.of(body),
                        RelayTiming.none(NOW)));
            }

            @Override
            public void close() {}
        };
        return new NodeProbe(transport, Duration.ofSeconds(1))
                .tokenizer(Node.at(URI.create("http://localhost:1"), "m"));
    }
}
