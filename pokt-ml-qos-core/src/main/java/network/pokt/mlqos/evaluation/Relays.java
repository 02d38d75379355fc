package network.pokt.mlqos.evaluation;

import java.util.List;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;

/**
 * How the asks of one sample are spread over relays: one each, or several in one, or one over several.
 *
 * @param asks what each relay asks
 * @param gathering makes the replies to the sample's asks, in their order, from the replies to these
 */
public record Relays(List<Ask> asks, UnaryOperator<List<Reply>> gathering) {

    public Relays {
        asks = List.copyOf(asks);
    }

    /** Returns a relay for each ask. */
    public static Relays oneEach(List<Ask> asks) {
        return new Relays(asks, UnaryOperator.identity());
    }
}
