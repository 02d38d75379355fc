package network.pokt.mlqos.route.sim;

import java.util.function.Consumer;

/** Something that takes requests and brings them to nodes. */
interface Gateway {

    /** Takes a request now and tells {@code done} how it ended. */
    void handle(SimAsk ask, Consumer<Ending> done);

    /**
     * How a request ended.
     *
     * @param answered whether there is an answer
     * @param right whether it is right
     * @param first seconds from the request to the first token, failed attempts included; the whole time without an answer
     * @param total seconds to the end
     * @param cost what was paid, in dollars
     * @param extra what of it was paid for relays that brought no answer
     * @param relays how many relays were sent
     * @param operator whose node answered
     */
    record Ending(
            boolean answered,
            boolean right,
            double first,
            double total,
            double cost,
            double extra,
            int relays,
            String operator) {}
}
