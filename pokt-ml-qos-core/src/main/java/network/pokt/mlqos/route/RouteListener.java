package network.pokt.mlqos.route;

/**
 * Hears what happens in a router. Called on the threads of callers and transports, so it has to be quick; an exception from it
 * goes to the caller or ends the relay.
 */
@FunctionalInterface
public interface RouteListener {

    /** Hears nothing; decisions are not even explained then, which makes them cheaper. */
    RouteListener NONE = new RouteListener() {
        @Override
        public void on(RouteEvent event) {}

        @Override
        public boolean wantsDecisions() {
            return false;
        }
    };

    void on(RouteEvent event);

    /** Returns whether relays that are sent are to be told, each with its decision in full, which is linear in the nodes. */
    default boolean wantsDecisions() {
        return true;
    }

    /** Returns a listener that tells both, this one first. */
    default RouteListener andThen(RouteListener next) {
        RouteListener first = this;
        return new RouteListener() {
            @Override
            public void on(RouteEvent event) {
                first.on(event);
                next.on(event);
            }

            @Override
            public boolean wantsDecisions() {
                return first.wantsDecisions() || next.wantsDecisions();
            }
        };
    }
}
