package network.pokt.mlqos.profile;

import java.time.Instant;

/**
 * A change of a node that was shown with a stated error rate. Profiles hold alarms; signatures raise them.
 *
 * @param kind what changed
 * @param since when it changed, as far as can be told
 * @param evidence how strong the evidence is, as the value of an e-process or e-detector: 0 or more, 1 says nothing, an
 *     alarm at level alpha has at least 1 / alpha
 * @param detail for people: what was seen, in a sentence; never blank
 */
public record Alarm(Kind kind, Instant since, double evidence, String detail) {

    /** What changed. */
    public enum Kind {
        /** Another model answers. */
        MODEL,
        /** Another tokenizer or chat template is served. */
        TOKENIZER,
        /** The same model at another numeric precision, or something that looks like it. */
        QUANTIZATION,
        /** Answers take longer. */
        LATENCY,
        /** More tokens are claimed than were delivered. */
        BILLING,
        /** Fewer relays are answered. */
        AVAILABILITY,
        /** Fewer answers are right. */
        ACCURACY;

        /**
         * Returns whether such a change casts doubt on what the node claims to serve or to bill. A node that became slower or
         * answers less often is worse, but no cheat.
         */
        public boolean doubtsClaim() {
            return this != LATENCY && this != AVAILABILITY;
        }

        /** Returns whether scores from before such a change say nothing about the node any more. */
        public boolean voidsScores() {
            return this == MODEL || this == TOKENIZER;
        }
    }

    /** Refuses evidence that is negative or NaN, and a detail that says nothing. */
    public Alarm {
        if (!(evidence >= 0)) {
            throw new IllegalArgumentException("The evidence of an alarm must be 0 or more, got " + evidence
                    + "; give the value of its e-process.");
        }
        if (detail.isBlank()) {
            throw new IllegalArgumentException(
                    "The detail of a " + kind + " alarm is blank; say in a sentence what was seen.");
        }
    }
}
