package network.pokt.mlqos.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.transport.FaultCause;

/** Makes measurements for tests. */
final class Samples {

    static final Instant START = Instant.parse("2026-03-01T12:00:00.123456789Z");
    static final NodeId A = new NodeId("pokt1aaa", "llm");
    static final NodeId B = new NodeId("pokt1bbb", "llm");

    private Samples() {}

    /** One measurement a second, from {@link #START}. */
    static Measurement at(int second, NodeId node, String task) {
        return Measurement.builder("m" + second, node, task, second, START.plusSeconds(second))
                .scored("exact_match", second % 2)
                .build();
    }

    static List<Measurement> series(int from, int to, NodeId node, String task) {
        return IntStream.range(from, to).mapToObj(i -> at(i, node, task)).toList();
    }

    /** Everything that a measurement can have. */
    static Measurement full() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("z first", 1.0);
        values.put("exact_match,strict-match", 0.1 + 0.2);
        values.put("loss", -1e-300);
        return Measurement.builder(
                        "id 'with' \"quotes\"; é 漢 \uD83D\uDE80 \\",
                        new NodeId("host:8000/v1?x=1", "external"),
                        "mmlu/law",
                        7,
                        START)
                .epoch("session 180341")
                .finding(new Finding.Scored(values))
                .total(Duration.ofNanos(1_234_567_891))
                .firstToken(Duration.ofMillis(87))
                .spend(new Spend(3, 7_000_000_000L, 91))
                .charge(new Charge("uPOKT", new BigDecimal("0.000000000000000000000000000123")))
                .build();
    }

    static Measurement failed() {
        return Measurement.builder("failed", A, "gsm8k", 3, START.plusNanos(1))
                .finding(new Finding.Failed(FaultCause.RATE_LIMITED))
                .build();
    }
}
