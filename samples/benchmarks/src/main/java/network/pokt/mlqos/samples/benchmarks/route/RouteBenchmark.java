package network.pokt.mlqos.samples.benchmarks.route;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.route.NodeFacts;
import network.pokt.mlqos.route.Observation;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RequestSize;
import network.pokt.mlqos.route.RouteNeeds;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A decision among so many nodes; run it with {@code -prof gc} for its garbage. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouteBenchmark {

    private static final int RELAYS_UNDER_WAY = 3;
    private static final RequestSize SIZE = new RequestSize(1000, 200);
    private static final Observation SEEN = Observation.streamed(SIZE, Duration.ofMillis(300), Duration.ofSeconds(4));

    @Param({"10", "100", "1000"})
    int nodes;

    private @Nullable QosRouter steady;
    private @Nullable QosRouter router;

    @Setup
    public void build() {
        steady = router(Duration.ofDays(1));
        for (int i = 0; i < RELAYS_UNDER_WAY * nodes; i++) {
            steady.route(RouteNeeds.ANY, SIZE).orElseThrow().awaitsContent();
        }
        router = router(Duration.ofMillis(100));
    }

    private QosRouter router(Duration refresh) {
        Node[] all = IntStream.range(0, nodes)
                .mapToObj(i -> Node.builder(new NodeId("n" + i, "svc"), URI.create("http://n" + i + ":80"))
                        .operator("op" + i % 8)
                        .build())
                .toArray(Node[]::new);
        return QosRouter.builder(NodeDirectory.of(all))
                .facts(node -> NodeFacts.priced(Rate.perMillionTokens("USD", "0.2", "0.6")))
                .refresh(refresh)
                .seed(1)
                .build();
    }

    /** Choosing alone among nodes that have work, while what was prepared is fresh. */
    @Benchmark
    public Node choose() {
        return Objects.requireNonNull(steady).choose(RouteNeeds.ANY, SIZE);
    }

    /** Choosing and learning from the answer, with weights renewed ten times a second. */
    @Benchmark
    public void routeAndLearn() {
        Objects.requireNonNull(router).route(RouteNeeds.ANY, SIZE).orElseThrow().answered(SEEN);
    }
}
