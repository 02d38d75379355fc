package network.pokt.mlqos.relay.morse;

import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends relays to servicers of Morse, Pocket's retired v0 protocol. A node's service is its relay chain.
 *
 * <pre>{@code
 * MorseToken token = MorseToken.of(applicationKey, clientKey.publicKey());
 * MorseDispatcher sessions = new MorseDispatcher(http, dispatcher, token.applicationKey());
 * try (MorseTransport transport = MorseTransport.builder(sessions, token, clientKey).build()) {
 *     RelayOutcome outcome = transport.send(node, request);
 * }
 * }</pre>
 *
 * <p>Morse carries text only, and of the backend's answer only the body: a good answer has status 200 and no headers, and it is
 * shown in one piece, once the servicer's signature has been checked. An error of the servicer ends in its cause, any other
 * answer than 200 is handed on as it came, unsigned.
 *
 * <p>Thread-safe. Closing it closes the HTTP transport that it was given; sessions and keys are the caller's.
 */
public final class MorseTransport implements RelayTransport {

    private static final Logger log = LoggerFactory.getLogger(MorseTransport.class);

    private final MorseSessions sessions;
    private final MorseToken token;
    private final MorseKey client;
    private final OpenAiHttpTransport http;
    private final TimeSource time;
    private final LongSupplier entropy;
    private final Set<Flight> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private MorseTransport(Builder builder) {
        sessions = builder.sessions;
        token = builder.token;
        client = builder.client;
        http = builder.http == null ? OpenAiHttpTransport.create() : builder.http;
        time = builder.time;
        entropy = builder.entropy;
    }

    /**
     * Begins a transport.
     *
     * @param token the application's leave for the client, which must be the client's
     * @param client the key that signs proofs
     */
    public static Builder builder(MorseSessions sessions, MorseToken token, MorseKey client) {
        return new Builder(sessions, token, client);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        Flight flight = new Flight(node, request, listener);
        // In this order, so that close() either finds this relay or has set the flag.
        inFlight.add(flight);
        if (closed) {
            flight.fail(FaultCause.CANCELLED, "The transport is closed.");
        } else {
            flight.begin();
        }
        return flight.outcome;
    }

    @Override
    public void close() {
        closed = true;
        inFlight.forEach(flight -> flight.fail(FaultCause.CANCELLED, "The transport is closed."));
        http.close();
    }

    /** Returns the application only: no key. */
    @Override
    public String toString() {
        return "MorseTransport[" + token.applicationKey() + "]";
    }

    /** One relay. Throws nothing: its future ends. */
    private final class Flight {

        private final Node node;
        private final RelayRequest request;
        private final RelayListener listener;
        private final RelayTiming.Recorder clock;
        private final long start = time.nanos();
        private final RelayFuture outcome = new RelayFuture();

        Flight(Node node, RelayRequest request, RelayListener listener) {
            this.node = node;
            this.request = request;
            this.listener = listener;
            this.clock = new RelayTiming.Recorder(time.now(), start);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // all actions are guarded
        void begin() {
            outcome.whenComplete((ended, thrown) -> inFlight.remove(this));
            TimeSource.Scheduled timeout = time.schedule(
                    request.timeout(),
                    () -> fail(
                            FaultCause.CHAIN_UNAVAILABLE, "The relay's time ran out while its session was asked for."));
            sessions.session(node.id().service())
                    .whenComplete((session, thrown) -> guarded(() -> {
                        timeout.cancel();
                        if (session == null) {
                            fail(
                                    FaultCause.CHAIN_UNAVAILABLE,
                                    "There is no session on the node's chain; see the dispatcher.");
                        } else {
                            post(session);
                        }
                    }));
        }

        private void post(MorseSession session) {
            MorseSession.Servicer servicer =
                    session.servicer(node.id().supplier()).orElse(null);
            if (servicer == null) {
                fail(FaultCause.OUT_OF_SESSION, "The servicer is not in the session; take one of its nodes.");
                return;
            }
            MorseRelay relay;
            try {
                relay = MorseRelay.of(request, session, servicer, token, client, entropy.getAsLong());
            } catch (IllegalArgumentException e) {
                fail(FaultCause.BAD_REQUEST, String.valueOf(e.getMessage()));
                return;
            }
            Duration remaining = Duration.ofNanos(TimeUnit.NANOSECONDS.convert(request.timeout()) - elapsed());
            if (outcome.isDone() || remaining.isNegative() || remaining.isZero()) {
                fail(FaultCause.DEADLINE, "The relay's time was over before it could be sent.");
                return;
            }
            RelayRequest post =
                    RelayRequest.postJson("/v1/client/relay", relay.body()).withTimeout(remaining);
            CompletableFuture<RelayOutcome> underWay = http.sendAsync(node, post, new RelayListener() {
                @Override
                public void onHead(int status, HttpHeaders headers) {
                    firstByte();
                }
            });
            outcome.attach(underWay);
            conclude(underWay, relay, session, servicer);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the action is guarded
        private void conclude(
                CompletableFuture<RelayOutcome> underWay,
                MorseRelay relay,
                MorseSession session,
                MorseSession.Servicer servicer) {
            underWay.whenComplete((reply, thrown) -> guarded(() -> {
                if (reply instanceof RelayFailure failure) {
                    fail(failure.cause(), failure.detail());
                } else if (reply instanceof RelayResponse response) {
                    read(response, relay, session, servicer);
                }
            }));
        }

        private void read(RelayResponse reply, MorseRelay relay, MorseSession session, MorseSession.Servicer servicer) {
            if (reply.status() != 200) {
                refusedOrOther(reply, session);
                return;
            }
            MorseReply answer = MorseReply.of(reply.body());
            if (answer == null) {
                fail(FaultCause.MALFORMED, "The answer is none of Morse.");
            } else if (!answer.verify(relay, servicer.publicKey())) {
                fail(FaultCause.UNVERIFIED, "The servicer has not signed the answer to this relay.");
            } else {
                show(200, HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(answer.response()));
            }
        }

        private void refusedOrOther(RelayResponse reply, MorseSession session) {
            OptionalInt code = MorseReply.errorCode(reply.body());
            if (code.isEmpty()) {
                show(reply.status(), reply.headers(), reply.body());
                return;
            }
            FaultCause cause = MorseErrors.causeOf(code.getAsInt());
            if (cause == FaultCause.SESSION_REFUSED) {
                sessions.refused(session);
            }
            fail(cause, "The servicer refused the relay with the error " + code.getAsInt() + ".");
        }

        /** Shows an answer as one chunk: its parts could not have been checked one by one. */
        private void show(int status, HttpHeaders headers, Payload body) {
            if (outcome.isDone()) {
                return;
            }
            listener.onHead(status, headers);
            if (!body.isEmpty()) {
                chunk(body.size());
                listener.onChunk(body.buffer());
            }
            outcome.complete(new RelayResponse(status, headers, body, finish()));
        }

        private void guarded(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                log.debug("A relay to {} failed here.", node, e);
                fail(
                        FaultCause.INTERNAL,
                        "The relay failed here with " + e.getClass().getName() + ".");
            }
        }

        // The client, the clock and close() may all want to end a relay, and the recorder is for one thread at a time.

        private synchronized void firstByte() {
            clock.firstByte(time.nanos());
        }

        private synchronized void chunk(int bytes) {
            clock.chunk(time.nanos(), bytes);
        }

        private synchronized RelayTiming finish() {
            return clock.finish(time.nanos());
        }

        private long elapsed() {
            return time.nanos() - start;
        }

        void fail(FaultCause cause, String detail) {
            if (!outcome.isDone()) {
                outcome.endWith(RelayFailure.of(cause, detail, finish()));
            }
        }
    }

    /** Collects the settings of a transport. Not thread-safe. */
    public static final class Builder {

        private final MorseSessions sessions;
        private final MorseToken token;
        private final MorseKey client;
        private @Nullable OpenAiHttpTransport http;
        private TimeSource time = TimeSource.system();
        private LongSupplier entropy = randomEntropy();

        private Builder(MorseSessions sessions, MorseToken token, MorseKey client) {
            if (!token.clientKey().equals(client.publicKey())) {
                throw new IllegalArgumentException("The token is for the client " + token.clientKey() + " and not for "
                        + client.publicKey() + ", have the application sign another.");
            }
            if (!token.verify()) {
                throw new IllegalArgumentException(
                        "The token is not signed by the application " + token.applicationKey() + ".");
            }
            this.sessions = sessions;
            this.token = token;
            this.client = client;
        }

        /** What makes each proof the only one: 63 random bits. */
        private static LongSupplier randomEntropy() {
            SecureRandom random = new SecureRandom();
            return () -> random.nextLong() & Long.MAX_VALUE;
        }

        /** Posts relays through this transport, with its limits and timeouts; one with the defaults unless set. */
        public Builder http(OpenAiHttpTransport http) {
            this.http = http;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /** Where entropy comes from, so that tests can know what is signed. */
        Builder entropy(LongSupplier entropy) {
            this.entropy = entropy;
            return this;
        }

        public MorseTransport build() {
            return new MorseTransport(this);
        }
    }
}
