package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** A transport under test around one that answers when it is told to, in virtual time. */
abstract class ResilienceBench {
    static final RelayRequest ASK = RelayRequest.postJson("/", Payload.of("{}")).withTimeout(Duration.ofMinutes(1));
    static final RetryPolicy THREE = RetryPolicy.defaults().withDelays(Duration.ofSeconds(1), Duration.ofSeconds(4));
    static final CircuitPolicy TWO_OF_TWO = new CircuitPolicy(1, 2, 2, Duration.ofSeconds(30), 1);

    final VirtualTime time = new VirtualTime();
    final ManualTransport inner = new ManualTransport(time);
    final Node node = node("a");

    static Node node(String name) {
        return Node.at(URI.create("http://" + name), "model");
    }

    /** Everything off but what {@code policies} turns on. */
    ResilientTransport transport(UnaryOperator<ResilientTransport.Builder> policies) {
        return policies.apply(ResilientTransport.around(inner)
                        .noRetry()
                        .noCircuitBreaker()
                        .timeSource(time)
                        .seed(7))
                .build();
    }

    ResilientTransport retrying() {
        return transport(builder -> builder.retry(THREE));
    }

    static FaultCause causeOf(CompletableFuture<RelayOutcome> outcome) {
        assertThat(outcome).isDone();
        return ((RelayFailure) outcome.join()).cause();
    }

    static int statusOf(CompletableFuture<RelayOutcome> outcome) {
        assertThat(outcome).isDone();
        return ((RelayResponse) outcome.join()).status();
    }

    void seconds(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }
}
