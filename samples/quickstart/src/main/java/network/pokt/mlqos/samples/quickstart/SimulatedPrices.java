package network.pokt.mlqos.samples.quickstart;

import java.util.Map;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;

/** What the simulated nodes charge: made-up prices, so that picking has something to weigh. */
final class SimulatedPrices {

    private static final Rate USUAL = Rate.perMillionTokens("USD", "0.10", "0.40");

    private static final Map<String, Rate> OTHERS = Map.of(
            "simulated-strong", Rate.perMillionTokens("USD", "0.50", "1.50"),
            "simulated-weak", Rate.perMillionTokens("USD", "0.02", "0.08"));

    private SimulatedPrices() {}

    static Rate of(Node node) {
        return OTHERS.getOrDefault(node.model().orElse(""), USUAL);
    }
}
