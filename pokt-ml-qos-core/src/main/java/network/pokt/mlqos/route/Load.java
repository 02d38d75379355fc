package network.pokt.mlqos.route;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is under way at one node at this very moment: how many relays, and of those whose first content is still awaited the
 * tokens to be read and for how long they have waited. Thread-safe without a lock; looking makes no garbage.
 *
 * <p>The relays that wait are kept in one word: their number in the upper 16 bits, the sum of the milliseconds at which they were
 * sent, modulo 2^48, in the lower ones. Their mean age follows from it without a list, and the modulus does no harm as long as
 * all ages together stay below 2^47 ms.
 */
final class Load {

    private static final int SUM_BITS = 48;
    private static final long SUM = (1L << SUM_BITS) - 1;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong tokens = new AtomicLong();

    /** Counts one more relay and returns how many were under way before. */
    int begin() {
        return inFlight.getAndIncrement();
    }

    void end() {
        inFlight.decrementAndGet();
    }

    /** Counts a relay among those that wait for their first content. */
    void await(long promptTokens, long millis) {
        tokens.addAndGet(promptTokens);
        shift(1, millis);
    }

    /** Takes back {@link #await} with the same arguments. */
    void arrived(long promptTokens, long millis) {
        tokens.addAndGet(-promptTokens);
        shift(-1, -millis);
    }

    private void shift(int relays, long millis) {
        long was;
        long is;
        do {
            was = waiting.get();
            is = (((was >>> SUM_BITS) + relays) << SUM_BITS) | ((was + millis) & SUM);
        } while (!waiting.compareAndSet(was, is));
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Returns the thousands of tokens in the prompts whose first content is awaited. */
    double thousandsAhead() {
        return tokens.get() / 1000.0;
    }

    /** Returns for how long the relays without content have waited on average, in seconds; 0 if there are none. */
    double waitedSeconds(long millis) {
        long now = waiting.get();
        long relays = now >>> SUM_BITS;
        long ages = (relays * millis - now) & SUM;
        // A clock that another thread read a moment later makes the sum negative, which is large modulo 2^48.
        return relays == 0 || ages > SUM / 2 ? 0 : ages / 1000.0 / relays;
    }
}
