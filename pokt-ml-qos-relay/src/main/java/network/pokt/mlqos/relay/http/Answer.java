package network.pokt.mlqos.relay.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the answer of one relay from the client: bounds it while it arrives, shows it to the listener, collects it.
 *
 * <p>The client calls one method at a time.
 */
final class Answer implements BodyHandler<Void>, BodySubscriber<Void> {

    private static final Logger log = LoggerFactory.getLogger(Answer.class);

    private final Flight flight;
    private final RelayListener listener;
    private final HttpLimits limits;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private ClientFault.Progress progress = ClientFault.Progress.NO_HEAD;
    private @Nullable ResponseInfo head;
    private @Nullable BodyCollector collector;
    private Flow.@Nullable Subscription subscription;

    Answer(Flight flight, RelayListener listener, HttpLimits limits) {
        this.flight = flight;
        this.listener = listener;
        this.limits = limits;
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo arrived) {
        HttpHeaders headers = arrived.headers();
        progress = HeadCheck.isEventStream(headers) ? ClientFault.Progress.EVENT_STREAM : ClientFault.Progress.BODY;
        if (flight.headArrived()) {
            HeadCheck check = HeadCheck.of(headers, limits);
            if (check.fault() == null) {
                head = arrived;
                collector = new BodyCollector(check.length(), limits.maxBodyBytes());
                show(() -> listener.onHead(arrived.statusCode(), headers));
            } else {
                fail(check.fault());
            }
        }
        return this;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        // Everything is kept up to the limit, so there is nothing to hold back; the client reads on only as we return.
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        int bytes = 0;
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        BodyCollector collected = collector;
        if (collected == null || !flight.bodyArrived(bytes)) {
            stopReading();
            return;
        }
        int before = collected.size();
        if (!collected.add(buffers, bytes)) {
            fail(new ClientFault(
                    FaultCause.OVERSIZED,
                    "The answer goes on beyond the " + limits.maxBodyBytes() + " bytes allowed."));
        } else if (listener != RelayListener.NONE) {
            show(() -> listener.onChunk(collected.from(before)));
        }
    }

    @Override
    public void onComplete() {
        if (head != null && collector != null) {
            flight.succeed(head.statusCode(), head.headers(), collector.toPayload());
        }
        body.complete(null);
    }

    @Override
    public void onError(Throwable thrown) {
        fail(faultOf(thrown));
        body.completeExceptionally(thrown);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    /** Returns what an exception of the client means at this point of the answer. */
    ClientFault faultOf(Throwable thrown) {
        return ClientFault.of(thrown, progress);
    }

    private void fail(ClientFault fault) {
        flight.fail(fault.cause(), fault.detail());
        stopReading();
    }

    private void stopReading() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void show(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            log.debug("A relay listener threw.", e);
            fail(new ClientFault(
                    FaultCause.INTERNAL, "The listener threw " + e.getClass().getName() + "."));
        }
    }
}
