package network.pokt.mlqos.route;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import network.pokt.mlqos.node.Node;

/**
 * Writes what a router does to a Micrometer registry. Needs {@code io.micrometer:micrometer-core} 1.x, which is no dependency of
 * this library otherwise. Thread-safe.
 *
 * <pre>{@code
 * QosRouter router = qos.router().listener(RouterMetrics.to(registry)).build();
 * }</pre>
 *
 * <p>After the semantic conventions of OpenTelemetry for generative AI, with {@code gen_ai.provider.name} (always {@code pokt}) and
 * {@code gen_ai.request.model} (the model that the node claims) as tags:
 *
 * <ul>
 *   <li>{@code gen_ai.client.operation.duration}: how long answered relays took
 *   <li>{@code gen_ai.client.operation.time_to_first_chunk}, {@code .time_per_output_chunk}: of those that were streamed
 *   <li>{@code gen_ai.client.token.usage} by {@code gen_ai.token.type}, {@code input} as counted here and {@code output} as seen
 * </ul>
 *
 * <p>And our own:
 *
 * <ul>
 *   <li>{@code pokt.ml.qos.route.failures} by {@code error.type}, the cause, and {@code blame}
 *   <li>{@code pokt.ml.qos.route.benched}
 *   <li>{@code pokt.ml.qos.route.given_up}, relays that lost against a hedge, and {@code .given_up.cost}, what they cost at most
 * </ul>
 */
public final class RouterMetrics implements RouteListener {

    private final MeterRegistry registry;
    private final boolean nodes;

    private RouterMetrics(MeterRegistry registry, boolean nodes) {
        this.registry = registry;
        this.nodes = nodes;
    }

    /** Returns metrics without any tag that grows with the number of nodes. */
    @SuppressWarnings("exports") // Whoever has a registry has its module; nobody else shall need it.
    public static RouterMetrics to(MeterRegistry registry) {
        return new RouterMetrics(registry, false);
    }

    /** Returns these metrics with the node as a further tag, {@code pokt.node}: as many series as there are nodes. */
    public RouterMetrics byNode() {
        return new RouterMetrics(registry, true);
    }

    @Override
    public boolean wantsDecisions() {
        return false;
    }

    @Override
    public void on(RouteEvent event) {
        Tags tags = tags(event.node());
        if (event instanceof RouteEvent.Answered answered) {
            answered(answered.observation(), tags);
        } else if (event instanceof RouteEvent.Failed failed) {
            String cause = lower(failed.cause());
            registry.counter(
                            "pokt.ml.qos.route.failures",
                            tags.and(
                                    "error.type",
                                    cause,
                                    "blame",
                                    lower(failed.cause().blame())))
                    .increment();
        } else if (event instanceof RouteEvent.Benched) {
            registry.counter("pokt.ml.qos.route.benched", tags).increment();
        } else if (event instanceof RouteEvent.GivenUp givenUp) {
            time("pokt.ml.qos.route.given_up", tags, givenUp.after());
            givenUp.atMost()
                    .ifPresent(cost -> registry.summary("pokt.ml.qos.route.given_up.cost", tags)
                            .record(cost.doubleValue()));
        }
    }

    private Tags tags(Node node) {
        Tags tags = Tags.of(
                "gen_ai.provider.name",
                "pokt",
                "gen_ai.request.model",
                node.model().orElse("unknown"));
        return nodes ? tags.and("pokt.node", node.id().toString()) : tags;
    }

    private void answered(Observation seen, Tags tags) {
        time("gen_ai.client.operation.duration", tags, seen.total());
        long written = seen.size().completionTokens();
        seen.firstToken().ifPresent(first -> {
            time("gen_ai.client.operation.time_to_first_chunk", tags, first);
            if (written > 1) {
                Duration each = seen.total().minus(first).dividedBy(written - 1);
                time("gen_ai.client.operation.time_per_output_chunk", tags, each);
            }
        });
        tokens("input", seen.size().promptTokens(), tags);
        tokens("output", written, tags);
    }

    private void time(String name, Tags tags, Duration took) {
        Timer.builder(name).tags(tags).register(registry).record(took);
    }

    private void tokens(String type, long count, Tags tags) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .baseUnit("token")
                .tags(tags.and("gen_ai.token.type", type))
                .register(registry)
                .record(count);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
