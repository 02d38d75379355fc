package network.pokt.mlqos.relay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends from all sides at once: answers, retries, cancellations and close, on real threads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResilientTransportRacesTest {

    private static final int ROOM = 8;
    private static final RelayRequest ASK = RelayRequest.postJson("/", Payload.of("{}"));
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final Node node = Node.at(URI.create("http://node"), "model");

    /** Answers on other threads, every third time with a fault. */
    private static final class Busy implements RelayTransport {

        private final ExecutorService threads = Executors.newFixedThreadPool(3);
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
            CompletableFuture<RelayOutcome> future = new CompletableFuture<>();
            RelayTiming timing = RelayTiming.none(Instant.EPOCH);
            boolean fine = count.incrementAndGet() % 3 != 0;
            try {
                threads.execute(() -> future.complete(
                        fine
                                ? new RelayResponse(200, NO_HEADERS, Payload.empty(), timing)
                                : RelayFailure.of(FaultCause.CONNECTION_LOST, "As told.", timing)));
            } catch (RejectedExecutionException e) {
                future.complete(RelayFailure.of(FaultCause.CANCELLED, "Closed.", timing));
            }
            return future;
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }

    private static ResilientTransport transport() {
        return ResilientTransport.around(new Busy())
                .retry(RetryPolicy.defaults().withDelays(Duration.ofMillis(1), Duration.ofMillis(2)))
                .noCircuitBreaker()
                .maxConcurrent(ROOM)
                .build();
    }

    @Test
    void every_place_is_given_back_exactly_once() {
        try (ResilientTransport transport = transport()) {
            Random random = new Random(11);
            for (int round = 0; round < 300; round++) {
                List<CompletableFuture<RelayOutcome>> outcomes = new ArrayList<>();
                for (int i = 0; i < ROOM; i++) {
                    outcomes.add(transport.sendAsync(node, ASK));
                }
                outcomes.stream().filter(outcome -> random.nextBoolean()).forEach(outcome -> outcome.cancel(true));
                for (CompletableFuture<RelayOutcome> outcome : outcomes) {
                    RelayOutcome ended =
                            outcome.handle((result, thrown) -> result).join();
                    if (ended instanceof RelayFailure failure) {
                        assertThat(failure.cause()).isNotEqualTo(FaultCause.THROTTLED);
                    }
                }
            }
            for (int i = 0; i < 3 * ROOM; i++) {
                transport.sendAsync(node, ASK);
            }
            assertThat(transport.relaysInHand()).isLessThanOrEqualTo(ROOM);
        }
    }

    @Test
    void close_ends_whatever_is_in_hand() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            ResilientTransport transport = transport();
            List<CompletableFuture<RelayOutcome>> outcomes = new ArrayList<>();
            Thread closer = new Thread(transport::close);
            for (int i = 0; i < 50; i++) {
                if (i == round) {
                    closer.start();
                }
                outcomes.add(transport.sendAsync(node, ASK));
            }
            closer.join();

            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
            assertThat(transport.relaysInHand()).isZero();
        }
    }
}
