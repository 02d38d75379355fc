package network.pokt.mlqos.leaderboard;

import java.util.Locale;

/** A reason not to take a node's figures at their face value. */
public sealed interface Doubt {

    /** Returns one sentence for people. */
    String sentence();

    /**
     * The share of right answers changed during the run, as when a node swaps its model.
     *
     * @param task where it was seen
     * @param answer after how many answers
     * @param before the share before
     * @param after the share after
     * @param pValue how probable as large a change is for a node that stays the same
     */
    record Changed(String task, long answer, double before, double after, double pValue) implements Doubt {

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "changed at answer %d of %s: %.2f before, %.2f after (p = %.1g)",
                    answer,
                    task,
                    before,
                    after,
                    pValue);
        }
    }

    /**
     * The node claims more tokens than its peers do for what arrives.
     *
     * @param ratio claimed tokens in relation to the peers' median
     */
    record Overbills(double ratio) implements Doubt {

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT, "bills %.2f times the tokens that its peers bill for the same amount of text", ratio);
        }
    }

    /**
     * The node turned requests away as invalid that other nodes answered.
     *
     * @param samples how many
     */
    record TurnsAway(long samples) implements Doubt {

        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "turned away %d valid requests that other nodes answered", samples);
        }
    }
}
