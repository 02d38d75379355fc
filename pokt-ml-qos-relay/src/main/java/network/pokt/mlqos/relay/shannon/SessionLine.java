package network.pokt.mlqos.relay.shannon;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one application, one after the other: the current one, and the one before for as long as it is served.
 *
 * <p>A new session takes the place of the current one only when all that its relays need is there; until then, relays go on in
 * the old one, which miners serve through its grace period. Thread-safe.
 */
final class SessionLine {

    /** The two sessions that may be served at one time. */
    private record Pair(
            @Nullable LiveSession current, @Nullable LiveSession previous) {}

    private final Tenant tenant;
    private final SessionMaker maker;
    private final BiConsumer<Optional<LiveSession>, LiveSession> onChange;
    private volatile Pair sessions = new Pair(null, null);

    /** Guarded by this. */
    private @Nullable CompletableFuture<LiveSession> underWay;

    SessionLine(Tenant tenant, SessionMaker maker, BiConsumer<Optional<LiveSession>, LiveSession> onChange) {
        this.tenant = tenant;
        this.maker = maker;
        this.onChange = onChange;
    }

    Tenant tenant() {
        return tenant;
    }

    Optional<LiveSession> current() {
        return Optional.ofNullable(sessions.current);
    }

    /** Returns the current session if it is served at this height and has the supplier. */
    Optional<LiveSession> currentWith(String supplier, long height) {
        return serves(sessions.current, supplier, height);
    }

    /** Returns the session before if it is still served at this height and has the supplier. */
    Optional<LiveSession> previousWith(String supplier, long height) {
        return serves(sessions.previous, supplier, height);
    }

    private static Optional<LiveSession> serves(@Nullable LiveSession session, String supplier, long height) {
        return session != null && session.has(supplier) && !session.isOver(height)
                ? Optional.of(session)
                : Optional.empty();
    }

    /** Returns whether there should be a newer session by now. */
    boolean isBehind(long height) {
        LiveSession current = sessions.current;
        return current == null || current.hasEnded(height);
    }

    /** Returns whether nothing can be sent before there is a newer session. */
    boolean isOver(long height) {
        LiveSession current = sessions.current;
        return current == null || current.isOver(height);
    }

    /** Returns whether the current session is a later one than this. */
    boolean isNewerThan(LiveSession old) {
        LiveSession current = sessions.current;
        return current != null && !current.header().equals(old.header());
    }

    /** Fetches the newest session and makes it the current one; returns the current one, which may be the old one still. */
    @SuppressWarnings("FutureReturnValueIgnored") // what comes after it throws nothing
    CompletableFuture<LiveSession> renew() {
        CompletableFuture<LiveSession> begun = new CompletableFuture<>();
        synchronized (this) {
            if (underWay != null) {
                return underWay;
            }
            underWay = begun;
        }
        maker.prepare(tenant).whenComplete((live, thrown) -> {
            LiveSession installed = live == null ? null : install(live);
            synchronized (this) {
                underWay = null;
            }
            if (installed == null) {
                begun.completeExceptionally(RejectedException.of(thrown));
            } else {
                begun.complete(installed);
            }
        });
        return begun;
    }

    /** Full nodes behind one address may know different heights, so an older session than the current one changes nothing. */
    private LiveSession install(LiveSession live) {
        LiveSession current = sessions.current;
        if (current != null
                && (current.header().equals(live.header())
                        || current.header().sessionStartBlockHeight()
                                > live.header().sessionStartBlockHeight())) {
            return current;
        }
        sessions = new Pair(live, current);
        onChange.accept(Optional.ofNullable(current), live);
        return live;
    }
}
