package network.pokt.mlqos.relay.shannon;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import network.pokt.mlqos.relay.shannon.message.PoktHttpResponse;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;

/**
 * Takes the miner's HTTP answer to one relay and makes of it the answer that the relay asked for: one signed reply, or a stream
 * of signed batches, each shown to the caller's listener once it has been checked and not before.
 *
 * <p>Called one method at a time.
 */
final class ReplyReader implements RelayListener {

    private final ReplyCheck check;
    private final RelayClock clock;
    private final RelayListener listener;
    private final Consumer<ReplyCheck.Checked> onChecked;
    private final BatchSplitter splitter = new BatchSplitter();
    private final ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    private @Nullable HttpHeaders outerHeaders;
    private int status;
    private boolean shown;
    private @Nullable RejectedException rejection;

    ReplyReader(ReplyCheck check, RelayClock clock, RelayListener listener, Consumer<ReplyCheck.Checked> onChecked) {
        this.check = check;
        this.clock = clock;
        this.listener = listener;
        this.onChecked = onChecked;
    }

    @Override
    public void onHead(int status, HttpHeaders headers) {
        clock.firstByte();
        if (isStream(headers)) {
            this.outerHeaders = headers;
            this.status = status;
        }
    }

    /** The two types of content that the newer miner streams. */
    private static boolean isStream(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson");
    }

    @Override
    public void onChunk(ByteBuffer chunk) {
        if (outerHeaders != null) {
            splitter.add(chunk, this::batch);
        }
    }

    private void batch(Payload bytes) {
        PoktHttpResponse answer;
        try {
            answer = checked(bytes);
        } catch (RejectedException e) {
            // To throw is to end the relay on the wire; what it was is read from here afterwards.
            rejection = e;
            throw e;
        }
        if (!shown) {
            status = answer.statusCode() == 0 ? status : answer.statusCode();
            showHead(status, headersOf(answer));
        }
        Payload part = answer.body();
        clock.chunk(part.size());
        streamed.writeBytes(part.toByteArray());
        listener.onChunk(part.buffer());
    }

    private PoktHttpResponse checked(Payload bytes) {
        ReplyCheck.Checked checked = check.check(bytes);
        onChecked.accept(checked);
        return checked.answer();
    }

    /** A batch has no headers of its own: those of the whole stream are the backend's. */
    private HttpHeaders headersOf(PoktHttpResponse answer) {
        return answer.headers().isEmpty() && outerHeaders != null ? outerHeaders : headers(answer);
    }

    private static HttpHeaders headers(PoktHttpResponse answer) {
        try {
            return HttpHeaders.of(answer.headers(), (name, value) -> true);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(
                    Rejection.PAYLOAD_MALFORMED, "The reply is signed, but its headers are none of HTTP.");
        }
    }

    private void showHead(int status, HttpHeaders headers) {
        if (status < 100 || status > 999) {
            throw new RejectedException(
                    Rejection.PAYLOAD_MALFORMED, "The reply is signed, but its status " + status + " is none of HTTP.");
        }
        shown = true;
        listener.onHead(status, headers);
    }

    /** Returns why the stream was given up, if it was. */
    @Nullable
    RejectedException rejection() {
        return rejection;
    }

    /** Returns whether the listener has been shown anything. */
    boolean hasShown() {
        return shown;
    }

    /**
     * Returns the answer, once the miner's own has come whole; its timing is still that of the miner's.
     *
     * @throws RejectedException if the reply is an error, or does not hold
     */
    RelayResponse conclude(RelayResponse reply) {
        return outerHeaders == null ? single(reply) : stream(reply);
    }

    private RelayResponse single(RelayResponse reply) {
        if (reply.status() != 200) {
            throw check.errors().of(reply);
        }
        PoktHttpResponse answer = checked(reply.body());
        HttpHeaders headers = headers(answer);
        showHead(answer.statusCode(), headers);
        if (!answer.body().isEmpty()) {
            clock.chunk(answer.body().size());
            listener.onChunk(answer.body().buffer());
        }
        return new RelayResponse(answer.statusCode(), headers, answer.body(), reply.timing());
    }

    /** The last batch may do without its delimiter; what is left and does not hold was cut off. */
    private RelayResponse stream(RelayResponse reply) {
        Payload rest = splitter.rest();
        if (!rest.isEmpty() || !shown) {
            try {
                batch(rest);
            } catch (RejectedException e) {
                throw shown ? cut(e) : e;
            }
        }
        byte[] body = streamed.toByteArray();
        return new RelayResponse(
                status,
                outerHeaders == null ? HttpHeaders.of(Map.of(), (name, value) -> true) : outerHeaders,
                Payload.wrap(body, body.length),
                reply.timing());
    }

    private static RejectedException cut(RejectedException why) {
        return new RejectedException(Rejection.STREAM_CUT, "The stream ends within a batch: " + why.rejection() + ".");
    }
}
