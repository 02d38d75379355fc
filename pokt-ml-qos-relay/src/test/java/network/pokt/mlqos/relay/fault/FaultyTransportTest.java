package network.pokt.mlqos.relay.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.Tape;
import org.junit.jupiter.api.Test;

class FaultyTransportTest {

    private static final String BODY = "a whole answer of some length";
    private static final Node NODE = Node.at(URI.create("http://127.0.0.1:1"), "m");
    private static final RelayRequest ASK =
            RelayRequest.postJson("/", Payload.of("{}")).withTimeout(Duration.ofSeconds(30));

    private final VirtualTime time = new VirtualTime();

    /** Answers at once. */
    private RelayTransport answering(String contentType) {
        return new RelayTransport() {
            @Override
            public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
                HttpHeaders headers =
                        HttpHeaders.of(Map.of("Content-Type", List.of(contentType)), (name, value) -> true);
                return CompletableFuture.completedFuture(
                        new RelayResponse(200, headers, Payload.of(BODY), RelayTiming.none(time.now())));
            }

            @Override
            public void close() {}
        };
    }

    private FaultyTransport faulty(FaultPlan plan, long seed) {
        return FaultyTransport.around(answering("text/event-stream"))
                .plan(plan)
                .seed(seed)
                .timeSource(time)
                .build();
    }

    private List<String> fates(FaultPlan plan, long seed) {
        List<String> fates = new ArrayList<>();
        FaultyTransport transport = faulty(plan, seed);
        for (int i = 0; i < 1_000; i++) {
            CompletableFuture<RelayOutcome> future = transport.sendAsync(NODE, ASK);
            time.advance(Duration.ofSeconds(31));
            RelayOutcome outcome = future.join();
            fates.add(
                    outcome instanceof RelayFailure failure
                            ? failure.cause().name()
                            : ((RelayResponse) outcome).body().utf8());
        }
        return fates;
    }

    @Test
    void faults_are_as_frequent_as_planned_and_the_same_for_the_same_seed() {
        FaultPlan plan = FaultPlan.NONE.withLoss(0.1).withCut(0.2).withCorruption(0.3);

        List<String> fates = fates(plan, 7);

        // Three standard errors of a share of 0.3 in 1,000 are 0.044.
        assertThat(fates.stream().filter("FIRST_BYTE_TIMEOUT"::equals).count()).isBetween(60L, 140L);
        assertThat(fates.stream().filter("STREAM_CUT"::equals).count()).isBetween(156L, 244L);
        assertThat(fates.stream().filter(BODY::equals).count()).isBetween(356L, 444L);
        assertThat(fates(plan, 7)).isEqualTo(fates);
        assertThat(fates(plan, 8)).isNotEqualTo(fates);
    }

    @Test
    void a_corrupted_answer_differs_in_one_bit() {
        RelayResponse response =
                (RelayResponse) done(faulty(FaultPlan.NONE.withCorruption(1), 3).sendAsync(NODE, ASK));

        byte[] sent = BODY.getBytes(StandardCharsets.UTF_8);
        byte[] got = response.body().toByteArray();
        int bits = 0;
        for (int i = 0; i < sent.length; i++) {
            bits += Integer.bitCount((sent[i] ^ got[i]) & 0xff);
        }
        assertThat(bits).isOne();
    }

    @Test
    void of_a_cut_answer_the_listener_sees_the_beginning() {
        Tape tape = new Tape();

        RelayOutcome outcome = done(faulty(FaultPlan.NONE.withCut(1), 3).sendAsync(NODE, ASK, tape));

        assertThat(((RelayFailure) outcome).cause()).isEqualTo(FaultCause.STREAM_CUT);
        assertThat(tape.events()).startsWith("head 200");
        String shown = String.join("", tape.events().subList(1, tape.events().size()));
        assertThat(BODY).startsWith(shown).isNotEqualTo(shown);
    }

    @Test
    void an_answer_of_no_stream_that_is_cut_is_truncated() {
        FaultyTransport transport = FaultyTransport.around(answering("application/json"))
                .plan(FaultPlan.NONE.withCut(1))
                .timeSource(time)
                .build();

        assertThat(((RelayFailure) done(transport.sendAsync(NODE, ASK))).cause())
                .isEqualTo(FaultCause.TRUNCATED);
    }

    @Test
    void latency_is_drawn_between_its_bounds_and_shows_in_the_timing() {
        FaultyTransport transport =
                faulty(FaultPlan.NONE.withLatency(Duration.ofMillis(50), Duration.ofMillis(300)), 1);
        for (int i = 0; i < 100; i++) {
            RelayOutcome outcome = done(transport.sendAsync(NODE, ASK));
            assertThat(outcome.timing().total()).isBetween(Duration.ofMillis(50), Duration.ofMillis(300));
        }
    }

    @Test
    void a_lost_answer_takes_the_whole_time_of_the_relay() {
        CompletableFuture<RelayOutcome> future =
                faulty(FaultPlan.NONE.withLoss(1), 1).sendAsync(NODE, ASK);
        time.advance(Duration.ofMillis(29_999));
        assertThat(future).isNotDone();
        time.advance(Duration.ofMillis(1));

        assertThat(((RelayFailure) future.join()).cause()).isEqualTo(FaultCause.FIRST_BYTE_TIMEOUT);
    }

    @Test
    void shares_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> FaultPlan.NONE.withLoss(0.6).withCut(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("together at most 1");
        assertThatThrownBy(() -> FaultPlan.NONE.withLoss(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultPlan.NONE.withLatency(Duration.ofMillis(2), Duration.ofMillis(1)))
                .hasMessageContaining("upwards");
    }

    private RelayOutcome done(CompletableFuture<RelayOutcome> future) {
        time.advance(Duration.ofSeconds(31));
        return future.join();
    }
}
