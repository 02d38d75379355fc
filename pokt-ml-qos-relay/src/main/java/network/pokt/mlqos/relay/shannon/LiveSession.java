package network.pokt.mlqos.relay.shannon;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SessionHeader;

/**
 * A session with all that a relay in it needs, so that sending one asks nobody: grid, budget and signer. Thread-safe.
 *
 * @param lastHeight the last block at which the session is served, its grace period included
 * @param allowance how many relays each supplier is sent at most
 */
record LiveSession(
        Session session,
        long lastHeight,
        long allowance,
        RelayBudget budget,
        RingSigner signer,
        SessionNodes nodes,
        Map<String, AtomicLong> sent) {

    static LiveSession of(
            Session session,
            SessionGrid grid,
            long allowance,
            RelayBudget budget,
            RingSigner signer,
            SessionNodes nodes) {
        Map<String, AtomicLong> sent = new HashMap<>();
        session.suppliers().forEach(supplier -> sent.put(supplier.operatorAddress(), new AtomicLong()));
        long lastHeight = grid.graceEnd(session.header().sessionEndBlockHeight());
        return new LiveSession(session, lastHeight, allowance, budget, signer, nodes, Map.copyOf(sent));
    }

    SessionHeader header() {
        return session.header();
    }

    /** Returns whether the session has ended; it may still be served. */
    boolean hasEnded(long height) {
        return height > header().sessionEndBlockHeight();
    }

    /** Returns whether nobody serves the session any more. */
    boolean isOver(long height) {
        return height > lastHeight;
    }

    boolean has(String supplier) {
        return sent.containsKey(supplier);
    }

    /** Takes one relay from what the supplier may be sent; returns false if nothing is left. */
    boolean take(String supplier) {
        AtomicLong count = sent.get(supplier);
        if (count == null) {
            return false;
        }
        // Counted down again rather than compared first, so that two threads never take the last one twice.
        if (count.incrementAndGet() <= allowance) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    /** Returns how many relays the supplier may still be sent. */
    long left(String supplier) {
        AtomicLong count = sent.get(supplier);
        return count == null ? 0 : Math.max(0, allowance - count.get());
    }
}
