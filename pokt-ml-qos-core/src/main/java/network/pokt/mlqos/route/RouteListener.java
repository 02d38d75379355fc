package network.pokt.mlqos.route;

/**
 * Hears what happens in a router. Called on the threads of callers and transports, so it has to be quick; an exception from it
 * goes to the caller or ends the relay.
 */
@FunctionalInterface
public interface RouteListener {

    /** Hears nothing; decisions are not even explained then, which makes them cheaper. */
    RouteListener NONE = event -> {};

    void on(RouteEvent event);
}
