package network.pokt.mlqos.samples.gateway;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.route.NodeView;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RouteEvent;
import network.pokt.mlqos.route.RouteListener;

/**
 * What the gateway counts, in Prometheus' text format. Names after OpenTelemetry's conventions for GenAI where there are any.
 * Nodes come and go, so only those of now are labels, read when somebody asks. Thread-safe.
 */
final class Metrics implements RouteListener {

    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120};
    private static final Set<String> PATHS = Set.of("/v1/chat/completions", "/v1/completions", "/v1/models");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests =
            counter("pokt_ml_qos_gateway_requests", "Requests answered.", "customer", "path", "status");
    private final Counter tokens = counter("pokt_ml_qos_gateway_tokens", "Tokens billed.", "customer", "type");
    private final Counter sent = counter("pokt_ml_qos_relays_sent", "Relays sent, by why.", "purpose");
    private final Counter ended = counter("pokt_ml_qos_relays_ended", "Relays ended, by what came of them.", "outcome");
    private final Counter benched = counter("pokt_ml_qos_benched", "Nodes benched.");
    private final Histogram duration = histogram(
            "gen_ai_server_request_duration_seconds", "Seconds from a request to the end of its answer.", "path");
    private final Histogram firstToken = histogram(
            "gen_ai_server_time_to_first_token_seconds", "Seconds from a relay to its first content, streams only.");

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    /** Adds what the router believes of each node of now. */
    void watch(QosRouter router, NodeDirectory nodes) {
        node(
                "reliability",
                "Expected share of relays that are answered.",
                view -> view.signals().reliability(),
                router,
                nodes);
        node("in_flight", "Relays under way.", view -> view.signals().inFlight(), router, nodes);
        node(
                "first_token_seconds",
                "Expected time to first token of a usual request.",
                view -> view.signals().firstToken().toNanos() / NANOS,
                router,
                nodes);
        node(
                "benched",
                "1 while the node is on the bench.",
                view -> view.benchedFor().isPresent() ? 1 : 0,
                router,
                nodes);
    }

    private void node(
            String name, String help, ToDoubleFunction<NodeView> value, QosRouter router, NodeDirectory nodes) {
        GaugeWithCallback.builder()
                .name("pokt_ml_qos_node_" + name)
                .help(help)
                .labelNames("supplier", "service")
                .callback(gauge -> nodes.nodes()
                        .forEach(node -> router.view(node.id())
                                .ifPresent(view -> gauge.call(
                                        value.applyAsDouble(view),
                                        node.id().supplier(),
                                        node.id().service()))))
                .register(registry);
    }

    /**
     * Counts a request; a path that nobody serves is one label, or clients could make up any number of them; status 0 is
     * a client that hung up before.
     */
    void request(String customer, String path, int status, long nanos) {
        String known = PATHS.contains(path) ? path : "other";
        requests.labelValues(customer, known, status == 0 ? "none" : Integer.toString(status))
                .inc();
        duration.labelValues(known).observe(nanos / NANOS);
    }

    void tokens(Customer customer, TokenUsage usage) {
        tokens.labelValues(customer.name(), "input").inc(usage.promptTokens());
        tokens.labelValues(customer.name(), "output").inc(usage.completionTokens());
    }

    @Override
    public void on(RouteEvent event) {
        if (event instanceof RouteEvent.Sent relay) {
            sent.labelValues(label(relay.purpose())).inc();
        } else if (event instanceof RouteEvent.Answered answered) {
            ended.labelValues("answered").inc();
            answered.observation().firstToken().ifPresent(first -> firstToken.observe(first.toNanos() / NANOS));
        } else if (event instanceof RouteEvent.Failed failed) {
            ended.labelValues(label(failed.cause())).inc();
        } else if (event instanceof RouteEvent.GivenUp) {
            ended.labelValues("given_up").inc();
        } else if (event instanceof RouteEvent.Benched) {
            benched.inc();
        }
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    byte[] text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
        return out.toByteArray();
    }
}
