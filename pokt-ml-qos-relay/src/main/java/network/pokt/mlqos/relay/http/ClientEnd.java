package network.pokt.mlqos.relay.http;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import org.slf4j.LoggerFactory;

/**
 * Ends a client of the JDK: at once from JDK 21 on, which is newer than what we compile against; before, there is nothing to
 * call, and the client's selector thread and idle connections end once the client is collected as garbage.
 */
final class ClientEnd {

    private ClientEnd() {}

    static void of(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (NoSuchMethodException e) {
            // Before JDK 21: the caller lets go of the client, that is all one can do.
        } catch (IllegalAccessException | InvocationTargetException e) {
            LoggerFactory.getLogger(ClientEnd.class).warn("The HTTP client could not be shut down.", e);
        }
    }
}
