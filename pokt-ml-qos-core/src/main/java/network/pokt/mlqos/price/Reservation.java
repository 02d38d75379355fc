package network.pokt.mlqos.price;

import network.pokt.mlqos.inference.TokenUsage;

/**
 * The part of a budget that is set aside for one call. Single use: it ends by {@link #settle} or {@link #release}, and a
 * second end is refused, so that no money comes back twice. Thread-safe.
 *
 * <p>A reservation that is closed without an end, because something broke, counts as spent: the relay may have been sent.
 *
 * <pre>{@code
 * Reservation reservation = meter.reserve(quote).orElseThrow(OutOfMoney::new);
 * reservation.settle(answer.usage().orElseThrow());
 * }</pre>
 */
public final class Reservation {

    private final BudgetMeter meter;
    private final Quote quote;
    private boolean ended;

    Reservation(BudgetMeter meter, Quote quote) {
        this.meter = meter;
        this.quote = quote;
    }

    /** Returns the quote that was set aside. */
    public Quote quote() {
        return quote;
    }

    /**
     * Ends with what the call was billed and gives the rest back. A bill above the quote's maximum settles at the maximum,
     * and a relay that failed with the usage of 0 tokens.
     *
     * @throws IllegalStateException if the reservation had ended
     */
    public void settle(TokenUsage usage) {
        end();
        long tokens = Math.min(usage.totalTokens(), quote.mostTokens());
        meter.giveBack(
                0,
                quote.mostTokens() - tokens,
                quote.cost()
                        .maximum()
                        .subtract(quote.costOf(usage).min(quote.cost().maximum())));
    }

    /**
     * Ends a call that was never sent and gives everything back.
     *
     * @throws IllegalStateException if the reservation had ended
     */
    public void release() {
        end();
        meter.giveBack(1, quote.mostTokens(), quote.cost().maximum());
    }

    private synchronized void end() {
        if (ended) {
            throw new IllegalStateException(
                    "The reservation of " + quote.cost() + " has ended, reserve again for another call.");
        }
        ended = true;
    }
}
