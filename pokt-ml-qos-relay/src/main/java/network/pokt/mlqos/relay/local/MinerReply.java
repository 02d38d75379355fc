package network.pokt.mlqos.relay.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what a backend answers to one relay into a miner's reply: signed whole, or if it is a stream and shown here piece by
 * piece, in signed batches of whole lines with a delimiter behind each. Called one method at a time.
 */
final class MinerReply implements RelayListener {

    private static final Logger log = LoggerFactory.getLogger(MinerReply.class);

    private static final byte[] DELIMITER = "||POKT_STREAM||".getBytes(StandardCharsets.US_ASCII);

    /** Headers of the connection to the backend, which say nothing about the answer. */
    private static final Set<String> OWN = Set.of("connection", "transfer-encoding", "keep-alive");

    private final HttpExchange exchange;
    private final SessionHeader header;
    private final LocalMiner miner;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable OutputStream out;

    MinerReply(HttpExchange exchange, SessionHeader header, LocalMiner miner) {
        this.exchange = exchange;
        this.header = header;
        this.miner = miner;
    }

    @Override
    public void onHead(int status, HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("");
        String lower = type.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("text/event-stream") && !lower.startsWith("application/x-ndjson")) {
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, 0);
            out = exchange.getResponseBody();
        } catch (IOException e) {
            gone(e);
        }
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (out == null) {
            return;
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        int lines = bytes.length;
        while (lines > 0 && bytes[lines - 1] != '\n') {
            lines--;
        }
        pending.write(bytes, 0, lines);
        if (lines > 0) {
            batch();
        }
        pending.write(bytes, lines, bytes.length - lines);
    }

    private void batch() {
        OutputStream stream = out;
        if (stream == null || pending.size() == 0) {
            return;
        }
        Payload payload = new PoktHttpResponse(0, Map.of(), Payload.of(pending.toByteArray())).encode();
        pending.reset();
        try {
            stream.write(miner.signed(header, payload));
            stream.write(DELIMITER);
            stream.flush();
        } catch (IOException e) {
            gone(e);
        }
    }

    /** Ends the reply with what became of the request to the backend; nothing if that was cancelled. */
    void end(@Nullable RelayOutcome outcome) {
        try (exchange) {
            if (out != null) {
                batch();
            } else if (outcome instanceof RelayResponse response) {
                miner.send(exchange, miner.signed(header, payload(response)));
            } else if (outcome instanceof RelayFailure failure) {
                miner.refuse(exchange, header, refusal(failure.cause()));
            }
        } catch (IOException e) {
            gone(e);
        }
    }

    private static Payload payload(RelayResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, new ArrayList<>(values));
            }
        });
        return new PoktHttpResponse(response.status(), headers, response.body()).encode();
    }

    private static MinerRefusal refusal(FaultCause cause) {
        return switch (cause) {
            case FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT -> MinerRefusal.TIMEOUT;
            case UNREACHABLE, CONNECT_TIMEOUT, CONNECTION_LOST -> MinerRefusal.UNREACHABLE;
            default -> MinerRefusal.INTERNAL;
        };
    }

    /** Whoever asked has hung up, which only a miner's log would show. */
    private void gone(IOException e) {
        log.debug("{} has nobody to reply to any more.", miner, e);
        out = null;
    }
}
