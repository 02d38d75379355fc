package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** One router in many threads. */
class RouterThreadsTest extends RouterFixture {

    @Test
    void sixteen_threads_lose_no_update() throws InterruptedException {
        Node[] nodes = IntStream.range(0, 20)
                .mapToObj(i -> Stage.node("n" + i, "op" + i % 5))
                .toArray(Node[]::new);
        AtomicInteger told = new AtomicInteger();
        QosRouter router = router(nodes)
                .listener(event -> told.addAndGet(event instanceof RouteEvent.Answered ? 1 : 0))
                .build();
        int threads = 16;
        int each = 1000;
        CountDownLatch done = new CountDownLatch(threads);
        List<Throwable> thrown = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < threads; t++) {
            boolean failing = t == 0;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    Lease lease = router.route(RouteNeeds.ANY, SIZE).orElseThrow();
                    if (failing && i % 2 == 0) {
                        lease.failed(FaultCause.SERVER_ERROR);
                    } else {
                        lease.answered(Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(2)));
                    }
                    lease.cancelled();
                }
                done.countDown();
            });
            thread.setUncaughtExceptionHandler((failed, e) -> {
                thrown.add(e);
                done.countDown();
            });
            thread.start();
        }
        done.await();
        assertThat(thrown).isEmpty();
        assertThat(told).hasValue(threads * each - each / 2);
        for (Node node : nodes) {
            assertThat(router.view(node.id()).orElseThrow().signals().inFlight())
                    .isZero();
        }
    }
}
