package network.pokt.mlqos.price;

/** A way in which an answer and its bill cannot both be true: each is a fact about one answer, not a suspicion. */
public enum Contradiction {

    /** No usage came with the answer, so that nothing can be billed or checked. */
    NO_USAGE,

    /** More tokens are billed than the request allowed to write. */
    ABOVE_MAX_TOKENS,

    /** A stream had more events with content than tokens are billed; a token cannot come in two events. */
    MORE_EVENTS_THAN_TOKENS,

    /** More tokens of hidden reasoning are billed than tokens at all. */
    MORE_REASONING_THAN_TOKENS,

    /** The tokens in the log-probabilities do not spell the text that they came with. */
    LOGPROBS_SPELL_OTHER_TEXT,

    /** The log-probabilities list another number of tokens than are billed. */
    LOGPROBS_COUNT_OTHERWISE
}
