package network.pokt.mlqos.samples.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a client gets to see: one JSON body, or a stream of events, or an error in the form that still fits. Used by one thread. */
final class Reply {

    private final HttpExchange exchange;
    private int status;
    private boolean streaming;

    Reply(HttpExchange exchange) {
        this.exchange = exchange;
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }

    /** Returns the status that was sent, 0 before. */
    int status() {
        return status;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void send(int code, String type, byte[] body) throws IOException {
        header("Content-Type", type);
        status = code;
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Sends one event, with the head before the first. */
    void event(String data) throws IOException {
        if (!streaming) {
            streaming = true;
            header("Content-Type", "text/event-stream");
            status = 200;
            exchange.sendResponseHeaders(200, 0);
        }
        OutputStream out = exchange.getResponseBody();
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Sends an error as the answer, or as the last event of a stream that has begun. */
    void error(ApiException e) throws IOException {
        if (streaming) {
            event(e.json());
            return;
        }
        e.retryAfter().ifPresent(wait -> header("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        header("X-Should-Retry", Boolean.toString(e.worthRetrying()));
        if (e.status() == 401) {
            header("WWW-Authenticate", "Bearer");
        }
        // What is left of a refused body is not worth reading.
        header("Connection", "close");
        send(e.status(), "application/json", e.json().getBytes(StandardCharsets.UTF_8));
    }
}
