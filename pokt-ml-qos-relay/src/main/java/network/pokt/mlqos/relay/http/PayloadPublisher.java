package network.pokt.mlqos.relay.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import network.pokt.mlqos.transport.Payload;

/**
 * Hands a request's body to the client in one piece, and tells when the client asked for it.
 *
 * <p>The client asks once the head is written, so the first question also says that the connection stands.
 */
final class PayloadPublisher implements BodyPublisher {

    private final Payload body;
    private final Runnable asked;

    PayloadPublisher(Payload body, Runnable asked) {
        this.body = body;
        this.asked = asked;
    }

    @Override
    public long contentLength() {
        return body.size();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new OnePiece(subscriber));
    }

    /** Calls come one after the other (Reactive Streams, rule 2.7), so a plain flag is enough. */
    private final class OnePiece implements Flow.Subscription {

        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private boolean done;

        OnePiece(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (done) {
                return;
            }
            done = true;
            if (count <= 0) {
                subscriber.onError(new IllegalArgumentException("Demand must be positive, got " + count + "."));
                return;
            }
            asked.run();
            subscriber.onNext(body.buffer());
            subscriber.onComplete();
        }

        @Override
        public void cancel() {
            done = true;
        }
    }
}
