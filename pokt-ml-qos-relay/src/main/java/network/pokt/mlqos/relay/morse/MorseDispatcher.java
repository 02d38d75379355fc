package network.pokt.mlqos.relay.morse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks a Morse node for the sessions of one application and keeps them until a servicer refuses one. Thread-safe.
 *
 * <p>The HTTP transport that it asks through stays the caller's to close.
 */
public final class MorseDispatcher implements MorseSessions {

    private final RelayTransport http;
    private final Node dispatcher;
    private final String applicationKey;
    private final Map<String, CompletableFuture<MorseSession>> sessions = new ConcurrentHashMap<>();

    /**
     * @param http how to get there, plainly
     * @param dispatcher the address of a Morse node
     * @param applicationKey the public key of the application
     */
    public MorseDispatcher(RelayTransport http, URI dispatcher, String applicationKey) {
        this.http = http;
        this.dispatcher = Node.builder(NodeId.external(dispatcher), dispatcher).build();
        this.applicationKey = applicationKey;
    }

    /** Returns the session; the future fails with an {@link MlQosException} if the dispatcher has none to give. */
    @Override
    public CompletableFuture<MorseSession> session(String chain) {
        CompletableFuture<MorseSession> kept = sessions.computeIfAbsent(chain, this::ask);
        if (kept.isCompletedExceptionally()) {
            sessions.remove(chain, kept);
        }
        return kept.copy();
    }

    @Override
    public void refused(MorseSession session) {
        CompletableFuture<MorseSession> kept = sessions.get(session.chain());
        if (kept != null
                && kept.isDone()
                && !kept.isCompletedExceptionally()
                && kept.join().equals(session)) {
            sessions.remove(session.chain(), kept);
        }
    }

    private CompletableFuture<MorseSession> ask(String chain) {
        GoJson question = new GoJson()
                .field("app_public_key", applicationKey)
                .field("chain", chain)
                .field("session_height", 0);
        RelayRequest request = RelayRequest.postJson("/v1/client/dispatch", Payload.of(question.toString()));
        return http.sendAsync(dispatcher, request).thenApply(outcome -> read(chain, outcome));
    }

    private static MorseSession read(String chain, RelayOutcome outcome) {
        if (outcome instanceof RelayFailure failure) {
            throw new MlQosException("The dispatcher gave no session on chain " + chain + ": " + failure.detail());
        }
        RelayResponse response = (RelayResponse) outcome;
        JsonNode session = MorseReply.json(response.body());
        if (response.status() != 200
                || session == null
                || !session.path("session").isObject()) {
            throw new MlQosException("The dispatcher gave no session on chain " + chain + ", it answered with status "
                    + response.status() + "; ask another or check the application's stake.");
        }
        return read(session.path("session"));
    }

    private static MorseSession read(JsonNode session) {
        JsonNode header = session.path("header");
        List<MorseSession.Servicer> servicers = new ArrayList<>();
        for (JsonNode node : session.path("nodes")) {
            servicers.add(new MorseSession.Servicer(
                    text(node.path("address")), text(node.path("public_key")), text(node.path("service_url"))));
        }
        return new MorseSession(
                text(header.path("chain")), header.path("session_height").asLong(0), servicers);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asString("");
    }
}
