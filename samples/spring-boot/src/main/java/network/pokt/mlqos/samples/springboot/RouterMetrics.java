package network.pokt.mlqos.samples.springboot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import network.pokt.mlqos.route.RouteEvent;
import network.pokt.mlqos.route.RouteListener;

/** Counts what the router does; nodes are no labels, for they come and go. Thread-safe. */
final class RouterMetrics implements RouteListener {

    private static final String RELAYS = "pokt.ml.qos.relays";

    private final MeterRegistry meters;
    private final Timer duration;

    RouterMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.duration = meters.timer("gen_ai.client.operation.duration");
    }

    @Override
    public void on(RouteEvent event) {
        if (event instanceof RouteEvent.Answered answered) {
            meters.counter(RELAYS, "outcome", "answered").increment();
            duration.record(answered.observation().total());
        } else if (event instanceof RouteEvent.Failed failed) {
            meters.counter(RELAYS, "outcome", failed.cause().name().toLowerCase(Locale.ROOT))
                    .increment();
        } else if (event instanceof RouteEvent.Benched) {
            meters.counter("pokt.ml.qos.benched").increment();
        }
    }
}
