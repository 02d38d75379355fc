package network.pokt.mlqos.relay.supplier.backend;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of model server. Implement it for servers of your own. Implementations are immutable and thread-safe.
 *
 * <p>A backend only translates: it opens no connection, and no part of a request becomes part of a path.
 */
public interface Backend {

    /** Returns what people call the server, such as {@code vllm}. */
    String label();

    /** Returns the model calls that it can serve. */
    Set<Route> routes();

    /** Returns what it can give on these routes; requests that want more are refused before they reach it. */
    Set<Ability> abilities();

    /** Returns the path that answers a GET with 200 once the server can serve. */
    String readinessPath();

    /**
     * Translates a request.
     *
     * @param route one of {@link #routes()}
     * @param request a body in OpenAI's form, whose model is already the server's own; it may be changed
     * @throws UnservableRequestException if the request is wrong or wants what this server cannot do
     */
    BackendCall call(Route route, ObjectNode request);
}
