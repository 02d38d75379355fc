package network.pokt.mlqos.route.sim;

import java.util.function.Consumer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.route.Attempt;
import network.pokt.mlqos.route.ContentListener;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RouteNeeds;
import network.pokt.mlqos.time.TimeSource;

/** The shipped router, sending for itself. */
final class RouterGateway implements Gateway {

    private final QosRouter router;
    private final TimeSource time;

    RouterGateway(QosRouter router, TimeSource time) {
        this.router = router;
        this.time = time;
    }

    @Override
    public void handle(SimAsk ask, Consumer<Ending> done) {
        long start = time.nanos();
        router.call(ask, RouteNeeds.ANY, ContentListener.NONE).thenAccept(routed -> {
            double total = (time.nanos() - start) / 1e9;
            boolean answered = routed.result() instanceof Decoded.Ok<SimAsk.Answer>;
            SimAsk.Answer answer = answered ? routed.answer() : null;
            Attempt last = answered
                    ? routed.attempts().stream()
                            .filter(attempt -> attempt.fault().isEmpty())
                            .findFirst()
                            .orElseThrow()
                    : null;
            double first = answered
                    ? total
                            - last.took().toNanos() / 1e9
                            + last.firstContent().orElseThrow().toNanos() / 1e9
                    : total;
            done.accept(new Ending(
                    answered,
                    answered && answer.right(),
                    first,
                    total,
                    routed.cost().doubleValue(),
                    routed.extraCost().doubleValue(),
                    routed.attempts().size(),
                    routed.node().flatMap(node -> node.operator()).orElse("")));
        });
    }
}
