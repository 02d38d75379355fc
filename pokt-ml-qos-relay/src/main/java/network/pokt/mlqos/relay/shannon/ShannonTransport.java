package network.pokt.mlqos.relay.shannon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends relays to suppliers of Pocket Network by Shannon's own protocol, with nothing in between.
 *
 * <pre>{@code
 * try (ShannonTransport transport = ShannonTransport.builder(ShannonNode.rest(fullNode))
 *         .application(address, "llm", key)
 *         .build()) {
 *     transport.warmUp().join();
 *     for (Node node : transport.directory().nodes()) {
 *         RelayOutcome outcome = transport.send(node, RelayRequest.get("/v1/models"));
 *     }
 * }
 * }</pre>
 *
 * <p>A relay is signed for the current session of an application whose session has the node's supplier. What comes back is
 * checked before anybody sees it: signature, hash of the payload, session. What is wrong is a {@link Rejection}, which says whom
 * it is blamed on and what helps; a relay whose session turns out to be over is sent once more in the next one by itself. The
 * answer of a stream is shown batch by batch, any other answer when it is whole.
 *
 * <p>Sessions follow the chain: the height is asked for every so often, and a session that has ended is replaced when the next
 * one is prepared, keys and signing tables included. Until then miners serve the old one, so no relay waits, as long as the grace
 * period of the chain is longer than a poll.
 *
 * <p>Signing takes a fraction of a millisecond on the thread that sends, checking as much on the threads of the HTTP transport.
 * Thread-safe. Closing it closes the HTTP transport and the client of the chain that it was given; keys are the caller's.
 */
public final class ShannonTransport implements RelayTransport {

    private final ShannonNode chain;
    private final OpenAiHttpTransport http;
    private final SessionBook sessions;
    private final ShannonDirectory directory;
    private final Wire wire;
    private final Set<ShannonRelay> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ShannonTransport(Builder builder) {
        chain = builder.chain.remembering(builder.time);
        http = builder.http == null ? OpenAiHttpTransport.create() : builder.http;
        AccountKeys keys = new AccountKeys(chain, builder.time);
        SessionMaker maker = new SessionMaker(chain, keys, builder.models, builder.budgetShare);
        List<Consumer<SessionChange>> listeners = ShannonDirectory.noListeners();
        sessions = new SessionBook(
                chain,
                builder.tenants,
                maker,
                builder.time,
                builder.pollEvery,
                change -> listeners.forEach(listener -> listener.accept(change)));
        directory = new ShannonDirectory(sessions, listeners);
        wire = new Wire(
                http,
                sessions,
                keys,
                new SupplierSignatures(),
                new MinerErrors(),
                builder.time,
                builder.rejections,
                builder.proofs,
                inHand::remove);
    }

    /** Begins a transport that knows the chain through {@code chain}. */
    public static Builder builder(ShannonNode chain) {
        return new Builder(chain);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        ShannonRelay relay = new ShannonRelay(wire, node, request, listener);
        // In this order, so that close() either finds this relay or has set the flag.
        inHand.add(relay);
        if (closed) {
            end(relay);
            inHand.remove(relay);
            return relay.outcome();
        }
        RelayFuture outcome = relay.begin();
        return outcome;
    }

    private static void end(ShannonRelay relay) {
        relay.fail(FaultCause.CANCELLED, "The transport is closed.");
    }

    /** Returns the nodes of the current sessions. */
    public ShannonDirectory directory() {
        return directory;
    }

    /**
     * Fetches all sessions and keys and lets the JVM compile the signing, so that the first relay is as fast as the next ones;
     * takes a few seconds of one thread. Fails with a {@link ChainException} if a session cannot be had.
     */
    public CompletableFuture<Void> warmUp() {
        return connect()
                .thenRunAsync(() -> sessions.lines().stream()
                        .flatMap(line -> line.current().stream())
                        .findFirst()
                        .ifPresent(session -> session.signer().warmUp()));
    }

    /** Fetches all sessions and keys; fails with a {@link ChainException} if a session cannot be had. */
    public CompletableFuture<Void> connect() {
        return sessions.load().exceptionally(thrown -> {
            RejectedException why = RejectedException.of(thrown);
            throw new ChainException(why.rejection().cause(), String.valueOf(why.getMessage()));
        });
    }

    /** Asks for the height of the chain now instead of at the next poll; done when sessions that have ended are replaced. */
    public CompletableFuture<Void> refresh() {
        return sessions.refresh();
    }

    @Override
    public void close() {
        closed = true;
        sessions.close();
        inHand.forEach(ShannonTransport::end);
        http.close();
        chain.close();
    }

    /** Returns the applications only: no key. */
    @Override
    public String toString() {
        return "ShannonTransport"
                + sessions.lines().stream().map(SessionLine::tenant).toList();
    }

    /** Collects the settings of a transport. Not thread-safe. */
    public static final class Builder {

        /** Sessions last 20 minutes on the main network; asking every 5 seconds is asking 12 times a block. */
        private static final Duration POLL_EVERY = Duration.ofSeconds(5);

        /** A ring lasts for as long as an application's delegations do; the last one is needed in the grace period. */
        private static final int RINGS_PER_KEY = 4;

        private final ShannonNode chain;
        private final List<Tenant> tenants = new ArrayList<>();
        private final Set<List<String>> known = new HashSet<>();
        private final Map<PocketPrivateKey, RingSigners> signers = new HashMap<>();
        private final Map<String, String> models = new HashMap<>();
        private @Nullable OpenAiHttpTransport http;
        private TimeSource time = TimeSource.system();
        private Duration pollEvery = POLL_EVERY;
        private double budgetShare = 1;
        private RejectionListener rejections = RejectionListener.NONE;
        private @Nullable Consumer<RelayProof> proofs;

        private Builder(ShannonNode chain) {
            this.chain = chain;
        }

        /**
         * Sends relays of {@code service} on the account of this application, signed with its own key or with that of a gateway
         * to which it delegates. Several applications of one service take turns.
         */
        public Builder application(String address, String service, PocketPrivateKey key) {
            if (!known.add(List.of(address, service))) {
                throw new IllegalArgumentException(
                        "Application " + address + " is given twice for service '" + service + "', remove one.");
            }
            RingSigners ofKey = signers.computeIfAbsent(key, each -> new RingSigners(each, RINGS_PER_KEY));
            tenants.add(new Tenant(address, service, key.publicKey(), ofKey));
            return this;
        }

        /** Says which model the nodes of a service claim to serve, which is what requests to them then carry. */
        public Builder model(String service, String model) {
            models.put(service, model);
            return this;
        }

        /** Posts relays through this transport, with its limits and timeouts; one with the defaults unless set. */
        public Builder http(OpenAiHttpTransport http) {
            this.http = http;
            return this;
        }

        /** How often the height of the chain is asked for; 5 s unless set. */
        public Builder pollEvery(Duration pollEvery) {
            if (pollEvery.isNegative() || pollEvery.isZero()) {
                throw new IllegalArgumentException("Polls need a positive distance, got " + pollEvery + ".");
            }
            this.pollEvery = pollEvery;
            return this;
        }

        /**
         * Which part of a supplier's {@linkplain RelayBudget budget} may be used, above 0 to 1; all of it unless set. Less leaves
         * room for other clients of the same application.
         */
        public Builder budgetShare(double budgetShare) {
            if (!(budgetShare > 0 && budgetShare <= 1)) {
                throw new IllegalArgumentException(
                        "The share of the budget must be above 0 and at most 1, got " + budgetShare + ".");
            }
            this.budgetShare = budgetShare;
            return this;
        }

        /** Who is told of rejections; nobody unless set. */
        public Builder onRejection(RejectionListener rejections) {
            this.rejections = rejections;
            return this;
        }

        /** Who gets the evidence of every reply that held; nobody unless set. Called on a thread of the transport, be quick. */
        public Builder onProof(Consumer<RelayProof> proofs) {
            this.proofs = proofs;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Returns the transport, which asks nobody anything yet.
         *
         * @throws IllegalArgumentException if there is no application
         */
        public ShannonTransport build() {
            if (tenants.isEmpty()) {
                throw new IllegalArgumentException(
                        "A Shannon transport needs an application to pay for relays, add one with application(..).");
            }
            return new ShannonTransport(this);
        }
    }
}
