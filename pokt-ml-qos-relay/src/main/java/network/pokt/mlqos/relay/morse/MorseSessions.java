package network.pokt.mlqos.relay.morse;

import java.util.concurrent.CompletableFuture;

/** Where {@link MorseTransport} has its sessions from: {@link MorseDispatcher}, or your own. Implementations are thread-safe. */
public interface MorseSessions {

    /** Returns the current session on a chain; the future fails with an exception that says why there is none. */
    CompletableFuture<MorseSession> session(String chain);

    /** Takes notice that a servicer has refused this session, so that the next question should not be answered with it. */
    default void refused(MorseSession session) {}
}
