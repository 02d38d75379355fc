package network.pokt.mlqos.relay.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.shannon.message.MalformedMessageException;
import network.pokt.mlqos.relay.shannon.message.PoktHttpRequest;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.relay.shannon.message.ShannonRequest;
import network.pokt.mlqos.relay.shannon.message.ShannonResponse;
import network.pokt.mlqos.transport.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay miner of the local network: checks what a real one checks, passes the request on to its backend, signs what comes
 * back. Thread-safe.
 */
public final class LocalMiner {

    private static final Logger log = LoggerFactory.getLogger(LocalMiner.class);

    private final LocalAccount account;
    private final MinerStyle style;
    private final MinerGate gate;
    private final Backend backend;
    private final LocalServer server;
    private final AtomicLong relays = new AtomicLong();
    private volatile Mischief mischief = Mischief.NONE;

    LocalMiner(
            LocalChain chain, LocalAccount account, MinerStyle style, URI backend, OpenAiHttpTransport http, int port)
            throws IOException {
        this.account = account;
        this.style = style;
        this.gate = new MinerGate(chain, account.address());
        this.backend = new Backend(backend, http);
        this.server = LocalServer.start("local-miner-" + account.name(), port, this::serve);
    }

    /** Returns where it takes relays. */
    public URI uri() {
        return server.uri();
    }

    /** Returns the supplier's operator account, whose key signs the replies. */
    public LocalAccount account() {
        return account;
    }

    /** Returns how many relays it has passed on to its backend. */
    public long relays() {
        return relays.get();
    }

    /** Makes it know the chain only up to this many blocks before the newest. */
    public void lag(long blocks) {
        gate.lag(blocks);
    }

    /** Makes it serve this many relays per session instead of those that the application's stake pays for. */
    public void allow(long relaysPerSession) {
        gate.allow(relaysPerSession);
    }

    /** Makes it spoil its replies; {@link Mischief#NONE} makes it honest again. */
    public void mischief(Mischief mischief) {
        this.mischief = mischief;
    }

    private void serve(HttpExchange exchange) throws IOException {
        ShannonRequest request;
        PoktHttpRequest inner;
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            request = ShannonRequest.decode(Payload.of(body));
            inner = PoktHttpRequest.decode(request.payload());
        } catch (MalformedMessageException e) {
            refuse(exchange, null, MinerRefusal.MALFORMED);
            return;
        }
        MinerRefusal refusal = gate.refusal(request);
        if (refusal != null) {
            refuse(exchange, request.sessionHeader(), refusal);
            return;
        }
        relays.incrementAndGet();
        // The gate lets no request through without one.
        SessionHeader header = Objects.requireNonNull(request.sessionHeader());
        MinerReply reply = new MinerReply(exchange, header, this);
        if (style == MinerStyle.HA) {
            backend.stream(inner, reply);
        } else {
            backend.ask(inner, reply);
        }
    }

    void refuse(HttpExchange exchange, @Nullable SessionHeader header, MinerRefusal refusal) throws IOException {
        log.debug("{} refuses a relay: {}", account.name(), refusal);
        if (style == MinerStyle.HA) {
            byte[] json = refusal.json().getBytes(StandardCharsets.UTF_8);
            LocalServer.send(exchange, refusal.status(), "application/json", json);
        } else {
            send(
                    exchange,
                    ShannonResponse.refusal(header, refusal.error()).encode().toByteArray());
        }
    }

    /** Signs what the backend answered, with whatever mischief was asked for, and returns the bytes to send. */
    byte[] signed(SessionHeader header, Payload payload) {
        Mischief now = mischief;
        ShannonResponse reply = now.beforeSigning(ShannonResponse.unsigned(header, payload));
        ShannonResponse signed = reply.signed(account.key().sign(reply.signableHash()));
        return now.onTheWire(now.afterSigning(signed).encode().toByteArray());
    }

    void send(HttpExchange exchange, byte[] reply) throws IOException {
        String accepted = exchange.getRequestHeaders().getFirst("Accept");
        if (style == MinerStyle.CLASSIC) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        LocalServer.send(
                exchange,
                200,
                style == MinerStyle.HA && accepted != null ? accepted : "application/octet-stream",
                reply);
    }

    void close() {
        server.close();
    }

    @Override
    public String toString() {
        return account.name() + " at " + uri();
    }
}
